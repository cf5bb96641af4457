import type { AgeInterval } from "../types.ts";

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
 * The central interval that holds `mass` of the posterior.
 *
 * `mass` was chosen on held-out faces so that a share `level` of true ages falls inside (distributional conformal
 * prediction, Chernozhukov, Wüthrich and Zhu 2021), which is why it may differ from `level`.
 */
export function centralInterval(
  posterior: Float32Array,
  { level, mass }: { level: number; mass: number },
): AgeInterval {
  const tail = (1 - mass) / 2;
  return { low: quantile(posterior, tail), high: quantile(posterior, 1 - tail), level };
}
