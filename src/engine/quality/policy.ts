import * as v from "valibot";
import policyFile from "../facts/policy.json" with { type: "json" };
import type { FaceMetrics } from "../metrics/metrics.ts";
import type { PixelMetricId } from "../metrics/registry.ts";
import { REPAIR_ROUNDS } from "./plan.ts";
import type { RepairScope } from "./repair.ts";
import { CHECKS, type Check, failedChecks, hidesSharpness } from "./verdict.ts";

/** A metric of the picture as it was found, from which the policy draws conclusions. */
export type PolicyMetric = PixelMetricId | "resolutionPx";

/** Named here because the registry brings shaders with it, which command line tools cannot load. */
const METRICS = [
  "sharpness",
  "brightness",
  "contrast",
  "noise",
  "clippedShadows",
  "clippedHighlights",
  "resolutionPx",
] as const satisfies readonly PolicyMetric[];

const finite = v.pipe(v.number(), v.finite());

const rule = v.object({
  /** What is wrong with a picture to which the rule applies. */
  check: v.picklist(CHECKS),
  metric: v.picklist(METRICS),
  /** The rule applies where from ≤ value < to. */
  from: finite,
  /** No end when `null`. */
  to: v.nullable(finite),
  /** The interval's tails shrink to this share of the calibrated ones; 0: no answer is given. */
  tailFactor: v.pipe(v.number(), v.minValue(0), v.ltValue(1)),
});

const policy = v.strictObject({
  /** Failed checks that are repaired before the estimate; other repairs only change the picture that is shown. */
  repairBeforeEstimate: v.array(v.picklist(CHECKS)),
  rules: v.array(rule),
  /** No answer is given where the interval would be wider than so many years. */
  maxWidthYears: v.pipe(finite, v.minValue(0)),
});

/** What follows from the study in docs/repair.md, which writes policy.json. */
export type Policy = v.InferOutput<typeof policy>;
/** One rule of the policy. */
export type PolicyRule = Policy["rules"][number];

/** The policy that ships. */
export const POLICY: Policy = v.parse(policy, policyFile);

/** The repairs that make estimates better, in as many rounds as were proven. */
export const BEFORE_ESTIMATE: RepairScope = { checks: POLICY.repairBeforeEstimate, rounds: REPAIR_ROUNDS };

/** All other repairs: they follow when the estimate is done. */
export const FOR_THE_EYE: RepairScope = {
  checks: CHECKS.filter((check) => !POLICY.repairBeforeEstimate.includes(check)),
  rounds: REPAIR_ROUNDS,
};

/** What the policy makes of a picture. */
export interface Caution {
  /** Share 0…1 of the calibrated interval's tails that is left out: 1 as calibrated, 0 no answer. */
  readonly tailFactor: number;
  /** What is wrong with the picture, as far as it led to this; each once, in the order of the rules. */
  readonly causes: readonly Check[];
}

/**
 * How much caution the picture of a face calls for, by its metrics as it was found. Of all rules that apply, the smallest
 * factor counts. Rules about blur wait for light that shows it.
 *
 * @example cautionFor({ ...metrics, brightness: 230 }) // { tailFactor: 0.3, causes: ["bright"] }
 */
export function cautionFor(metrics: Pick<FaceMetrics, PolicyMetric>, { rules }: Policy = POLICY): Caution {
  const blurIsHidden = hidesSharpness(failedChecks(metrics));
  const applying = rules.filter(({ check, metric, from, to }) => {
    const value = metrics[metric];
    return value >= from && (to === null || value < to) && !(check === "blurry" && blurIsHidden);
  });
  const tailFactor = Math.min(1, ...applying.map((each) => each.tailFactor));
  const decisive = tailFactor > 0 ? applying : applying.filter((each) => each.tailFactor === 0);
  return { tailFactor, causes: [...new Set(decisive.map(({ check }) => check))] };
}
