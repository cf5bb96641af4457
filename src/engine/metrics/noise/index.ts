import type { Neighbourhood, PixelMetric } from "../pixel-metric.ts";
import wgsl from "./noise.wgsl?raw";

/** The kernel's squares sum to 36, and the mean of |x| over a Gaussian of deviation σ is σ·√(2/π). */
const SIGMA_PER_MEAN = Math.sqrt(Math.PI / 2) / 6;

/**
 * Standard deviation of the noise in luma, in grey levels (Immerkær 1996, "Fast noise variance estimation").
 *
 * Its mean runs over all pixels with reflected borders instead of the inner ones, which reads 0.8 % high on 128×128.
 */
export const noise: PixelMetric = { label: "Noise", wgsl, value, finish: (mean) => SIGMA_PER_MEAN * mean };

function value(n: Neighbourhood): number {
  const corners = (n[0] as number) + (n[2] as number) + (n[6] as number) + (n[8] as number);
  const sides = (n[1] as number) + (n[3] as number) + (n[5] as number) + (n[7] as number);
  return Math.abs(corners - 2 * sides + 4 * (n[4] as number));
}
