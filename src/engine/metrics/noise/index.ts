import type { PixelMetric } from "../pixel-metric.ts";
import wgsl from "./noise.wgsl?raw";

/** The kernel's squares sum to 36, and the mean of |x| over a Gaussian of deviation σ is σ·√(2/π). */
const SIGMA_PER_MEAN = Math.sqrt(Math.PI / 2) / 6;

/**
 * Standard deviation of the noise in luma, in grey levels (Immerkær 1996, "Fast noise variance estimation").
 *
 * Its mean runs over all pixels with reflected borders instead of the inner ones, which reads 0.8 % high on 128×128.
 */
export const noise: PixelMetric = { label: "Noise", wgsl, value, finish: (mean) => SIGMA_PER_MEAN * mean };

function value(lumas: Float64Array, at: number, stride: number): number {
  const above = at - stride;
  const below = at + stride;
  const middles = (lumas[above] as number) + (lumas[below] as number) - 2 * (lumas[at] as number);
  const lefts = (lumas[above - 1] as number) + (lumas[below - 1] as number) - 2 * (lumas[at - 1] as number);
  const rights = (lumas[above + 1] as number) + (lumas[below + 1] as number) - 2 * (lumas[at + 1] as number);
  return Math.abs(lefts + rights - 2 * middles);
}
