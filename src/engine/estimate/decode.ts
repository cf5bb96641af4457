import type { AgeInterval } from "../api.ts";
import { type Calibration, tailsAt } from "./calibration.ts";

/**
 * The age below which a share `probability` of the posterior lies.
 *
 * Bin k is spread evenly over k − 0.5 … k + 0.5 years, so that the CDF is linear in between; never below 0.
 *
 * @example quantile(new Float32Array([0, 0, 1]), 0.5) // 2
 */
export function quantile(posterior: Float32Array, probability: number): number {
  const total = posterior.reduce((sum, p) => sum + p, 0);
  let below = 0;
  for (let bin = 0; bin < posterior.length; bin++) {
    const share = (posterior[bin] as number) / total;
    if (share > 0 && below + share >= probability) {
      return Math.max(0, bin - 0.5 + (probability - below) / share);
    }
    below += share;
  }
  return posterior.length - 1;
}

/** The posterior's expected age in years. */
export function expectedAge(posterior: Float32Array): number {
  let sum = 0;
  let total = 0;
  posterior.forEach((share, age) => {
    sum += share * age;
    total += share;
  });
  return sum / total;
}

/**
 * The calibrated interval: from the youngest to the oldest age that the calibration lets in.
 *
 * Its thresholds are looked up at the edges of the posterior's bins and linear inside a bin, as the CDF is.
 *
 * @param tailFactor 0…1, what remains of the calibrated tails: below 1 the interval is wider.
 */
export function calibratedInterval(posterior: Float32Array, calibration: Calibration, tailFactor = 1): AgeInterval {
  const edges = edgesOf(posterior, calibration, tailFactor);
  const first = Math.max(
    1,
    edges.findIndex(({ insideLow }) => insideLow >= 0),
  );
  const last = Math.min(
    edges.length - 2,
    edges.findLastIndex(({ insideHigh }) => insideHigh >= 0),
  );
  const low = crossing(first - 1, edges[first - 1]?.insideLow ?? 0, edges[first]?.insideLow ?? 0);
  const high = crossing(last, edges[last]?.insideHigh ?? 0, edges[last + 1]?.insideHigh ?? 0);
  return { low, high, level: calibration.level };
}

/** How far each edge of a bin is inside the lower and the upper threshold. */
function edgesOf(posterior: Float32Array, calibration: Calibration, tailFactor: number) {
  const total = posterior.reduce((sum, p) => sum + p, 0);
  let cumulative = 0;
  return Array.from({ length: posterior.length + 1 }, (_, edge) => {
    if (edge > 0) cumulative += (posterior[edge - 1] as number) / total;
    const { below, above } = tailsAt(calibration, edge - 0.5);
    return { insideLow: cumulative - tailFactor * below, insideHigh: 1 - tailFactor * above - cumulative };
  });
}

/** The age in the bin that begins at `edge` where a line from `here` to `there` is 0; never below 0. */
function crossing(edge: number, here: number, there: number): number {
  const step = here === there ? 0 : Math.min(1, Math.max(0, here / (here - there)));
  return Math.max(0, edge - 0.5 + step);
}
