import type { PixelMetric } from "../pixel-metric.ts";
import wgsl from "./sharpness.wgsl?raw";

/** Variance of the Laplacian of luma (Pech-Pacheco et al. 2000): low where a picture is blurred, high where it is noisy. */
export const sharpness: PixelMetric = {
  wgsl,
  rowValues(lumas, start, stride, out) {
    for (let x = 0, at = start; x < out.length; x++, at++) {
      const aboveAndBelow = (lumas[at - stride] as number) + (lumas[at + stride] as number);
      out[x] = aboveAndBelow + (lumas[at - 1] as number) + (lumas[at + 1] as number) - 4 * (lumas[at] as number);
    }
  },
  finish: (_mean, variance) => variance,
};
