import type { FilterStep } from "../filters/steps.ts";
import type { FaceMetrics, PixelMetrics } from "../metrics/metrics.ts";
import { planRepair, REPAIR_ROUNDS } from "./plan.ts";
import { type FailedCheck, failedChecks } from "./verdict.ts";

/** A face before its repair. */
export interface RepairCandidate {
  readonly metrics: FaceMetrics;
  /** Crop pixels per picture pixel: above 1 where a small face was enlarged. */
  readonly enlargement: number;
}

/** What was done to a face, and what it measures afterwards. */
export interface RepairRecord {
  /** In the order in which they were applied, over all rounds; empty where nothing was to be done or nothing helps. */
  readonly steps: readonly FilterStep[];
  readonly metrics: FaceMetrics;
  readonly failed: readonly FailedCheck[];
}

/** Applies one plan per face to the crops as they are now and measures the results. */
export type ApplyPlans = (plans: readonly (readonly FilterStep[])[]) => Promise<readonly PixelMetrics[]>;

/** Plans, applies and measures again, until every face meets the standards, nothing helps, or the rounds are used up. */
export async function repairFaces(candidates: readonly RepairCandidate[], apply: ApplyPlans): Promise<RepairRecord[]> {
  let records = candidates.map(({ metrics }): RepairRecord => ({ steps: [], metrics, failed: failedChecks(metrics) }));
  for (let round = 0; round < REPAIR_ROUNDS; round++) {
    const plans = records.map(({ failed, metrics }, face) =>
      planRepair(failed, { metrics, enlargement: candidates[face]?.enlargement ?? 1 }),
    );
    if (plans.every((plan) => plan.length === 0)) break;
    const measured = await apply(plans);
    records = records.map((record, face) => afterRound(record, plans[face] ?? [], measured[face]));
  }
  return records;
}

function afterRound(
  before: RepairRecord,
  plan: readonly FilterStep[],
  measured: PixelMetrics | undefined,
): RepairRecord {
  if (plan.length === 0 || !measured) return before;
  const metrics = { ...before.metrics, ...measured };
  return { steps: [...before.steps, ...plan], metrics, failed: failedChecks(metrics) };
}
