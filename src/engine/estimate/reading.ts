import type { Reading } from "../face-reading.ts";
import type { FaceMetrics } from "../metrics/metrics.ts";
import type { RepairStep } from "../quality/plan.ts";
import { type Caution, cautionFor, POLICY } from "../quality/policy.ts";
import { type DecodableModel, type DecodedFace, decodeFace } from "./decode-heads.ts";

/** How an estimate came about. */
interface Circumstances {
  /** Of the face as it was found. */
  readonly metrics: FaceMetrics;
  /** Made before the estimate. */
  readonly repairs: readonly RepairStep[];
}

/**
 * As `decodeFace`, with an interval that is wider on bad pictures, by the policy of docs/repair.md; refused where the
 * picture says too little, or the network is too unsure.
 */
export function decodeWithPolicy(
  outputs: readonly Float32Array[],
  model: DecodableModel,
  { metrics, repairs }: Circumstances,
): DecodedFace {
  const caution = cautionFor(metrics);
  const decoded = decodeFace(outputs, model, caution.tailFactor);
  return decoded.age ? { ...decoded, age: judged(decoded.age, caution, repairs) } : decoded;
}

function judged(age: Reading, { tailFactor, causes }: Caution, repairs: readonly RepairStep[]): Reading {
  const [cause] = causes;
  if (tailFactor === 0 && cause) return { status: "refused", reason: cause };
  if (age.status === "refused") return age;
  if (age.interval.high - age.interval.low > POLICY.maxWidthYears)
    return { status: "refused", reason: cause ?? "unclear" };
  const isAdjusted = repairs.length > 0 || tailFactor < 1;
  if (!isAdjusted) return age;
  return { ...age, adjustment: { repairs, tailFactor, widenedFor: causes } };
}
