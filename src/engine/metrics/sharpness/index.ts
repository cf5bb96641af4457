import type { PixelMetric } from "../pixel-metric.ts";
import wgsl from "./sharpness.wgsl?raw";

/** Variance of the Laplacian of luma (Pech-Pacheco et al. 2000): low where a picture is blurred, high where it is noisy. */
export const sharpness: PixelMetric = {
  label: "Sharpness",
  wgsl,
  value: (n) => (n[1] as number) + (n[3] as number) + (n[5] as number) + (n[7] as number) - 4 * (n[4] as number),
  finish: (_mean, variance) => variance,
};
