import thresholds from "../facts/thresholds.json" with { type: "json" };
import type { FaceMetrics } from "../metrics/metrics.ts";

/** Everything that can be wrong with a face's picture, in the order of repair. */
export const CHECKS = ["noisy", "small", "dark", "bright", "flat", "blurry"] as const;

/** What can be wrong with a face's picture. */
export type Check = (typeof CHECKS)[number];

/** A metric that has a standard. */
export type CheckedMetric = "sharpness" | "brightness" | "contrast" | "resolutionPx";

/** One standard: the metric must not be below, or above, the limit. */
export interface Threshold {
  readonly check: Check;
  readonly metric: CheckedMetric;
  readonly direction: "below" | "above";
  /** In the metric's own unit. */
  readonly limit: number;
}

/** A standard that a face does not meet, and what was measured instead. */
export interface FailedCheck extends Threshold {
  /** In the metric's own unit. */
  readonly value: number;
}

/** Every standard, in the order of thresholds.json. */
export const THRESHOLDS = thresholds.checks as readonly Threshold[];

/**
 * The standards that a face does not meet; none when the picture is good. A value equal to the limit passes.
 *
 * @example failedChecks({ ...metrics, brightness: 30 })
 * // [{ check: "dark", metric: "brightness", direction: "below", limit: 50, value: 30 }]
 */
export function failedChecks(metrics: Pick<FaceMetrics, CheckedMetric>): FailedCheck[] {
  return THRESHOLDS.filter(({ metric, direction, limit }) =>
    direction === "below" ? metrics[metric] < limit : metrics[metric] > limit,
  ).map((threshold) => ({ ...threshold, value: metrics[threshold.metric] }));
}

const TONE_CHECKS: readonly Check[] = ["dark", "bright", "flat"];

/**
 * Whether light is to blame for a lack of sharpness: less light or contrast lowers the variance of the Laplacian, too, so
 * that blur shows only where they are right.
 */
export function hidesSharpness(failed: readonly Pick<FailedCheck, "check">[]): boolean {
  return failed.some(({ check }) => TONE_CHECKS.includes(check));
}
