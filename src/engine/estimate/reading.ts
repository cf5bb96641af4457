import type { FaceMetrics } from "../metrics/metrics.ts";
import type { RepairStep } from "../quality/plan.ts";
import { cautionFor } from "../quality/policy.ts";
import type { Reading } from "../types.ts";
import { calibratedInterval, expectedAge, quantile } from "./decode.ts";
import type { ModelEntry } from "./manifest.ts";

/** How an estimate came about. */
interface Circumstances {
  /** Of the face as it was found. */
  readonly metrics: FaceMetrics;
  /** Made before the estimate. */
  readonly repairs: readonly RepairStep[];
}

/**
 * A posterior as years and interval, wider on bad pictures, by the policy of docs/repair.md; refused when the picture says
 * too little or the network gave no numbers.
 */
export function toReading(
  posterior: Float32Array,
  { decode, calibration }: Pick<ModelEntry, "decode" | "calibration">,
  { metrics, repairs }: Circumstances,
): Reading {
  const { tailFactor, causes } = cautionFor(metrics);
  const [cause] = causes;
  if (tailFactor === 0 && cause) return { status: "refused", reason: cause };
  if (!posterior.every(Number.isFinite)) return { status: "refused", reason: "not-finite" };
  const isAdjusted = repairs.length > 0 || tailFactor < 1;
  return {
    status: "estimated",
    years: decode === "median" ? quantile(posterior, 0.5) : expectedAge(posterior),
    interval: calibratedInterval(posterior, calibration, tailFactor),
    posterior,
    ...(isAdjusted && { adjustment: { repairs, tailFactor, widenedFor: causes } }),
  };
}
