import type { FilterStep } from "../filters/steps.ts";
import type { FaceMetrics, PixelMetrics } from "../metrics/metrics.ts";
import { planRepair, type RepairStep } from "./plan.ts";
import { CHECKS, type Check, type FailedCheck, failedChecks } from "./verdict.ts";

/** What was done to a face, and what it measures afterwards. */
export interface RepairRecord {
  /** In the order in which they were applied, over all rounds; empty where nothing was to be done or nothing helps. */
  readonly steps: readonly RepairStep[];
  readonly metrics: FaceMetrics;
  readonly failed: readonly FailedCheck[];
}

/** A face that may be repaired, or repaired further. */
export interface RepairCandidate {
  readonly record: RepairRecord;
  /** Crop pixels per picture pixel: above 1 where a small face was enlarged. */
  readonly enlargement: number;
}

/** How far a repair may go. */
export interface RepairScope {
  /** The failed checks that are repaired. */
  readonly checks: readonly Check[];
  /** How often a face may be repaired and measured again. */
  readonly rounds: number;
}

/** Applies one plan per face to the crops as they are now and measures the results. */
export type ApplyPlans = (plans: readonly (readonly FilterStep[])[]) => Promise<readonly PixelMetrics[]>;

/** The record of a face to which nothing was done yet. */
export function asFound(metrics: FaceMetrics): RepairRecord {
  return { steps: [], metrics, failed: failedChecks(metrics) };
}

/** Plans, applies and measures again, until every face meets the standards, nothing helps, or the rounds are used up. */
export async function repairFaces(
  candidates: readonly RepairCandidate[],
  { checks, rounds }: RepairScope,
  apply: ApplyPlans,
): Promise<RepairRecord[]> {
  let records = candidates.map(({ record }) => record);
  for (let round = 0; round < rounds; round++) {
    const plans = records.map(({ failed, metrics }, face) =>
      planRepair(failed, { metrics, enlargement: candidates[face]?.enlargement ?? 1 }, checks),
    );
    if (plans.every((plan) => plan.length === 0)) break;
    const measured = await apply(plans);
    records = records.map((record, face) => afterRound(record, plans[face] ?? [], measured[face]));
  }
  return records;
}

/** The checks for whose sake steps were taken, each once, in the order of CHECKS. */
export function repairedChecks(steps: readonly RepairStep[]): Check[] {
  return CHECKS.filter((check) => steps.some((step) => step.check === check));
}

function afterRound(
  before: RepairRecord,
  plan: readonly RepairStep[],
  measured: PixelMetrics | undefined,
): RepairRecord {
  if (plan.length === 0 || !measured) return before;
  const metrics = { ...before.metrics, ...measured };
  return { steps: [...before.steps, ...plan], metrics, failed: failedChecks(metrics) };
}
