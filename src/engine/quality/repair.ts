import { zip } from "../../math/index.ts";
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
export interface RepairableFace {
  /** What was done to it so far. */
  readonly repair: RepairRecord;
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

/** What holds the faces' crops and can filter them. */
export interface Repairer {
  /** Applies one plan per face, in their order, to the crops as they are now, and measures the results. */
  repair(plans: readonly (readonly FilterStep[])[]): Promise<readonly PixelMetrics[]>;
}

/** The record of a face to which nothing was done yet. */
export function asFound(metrics: FaceMetrics): RepairRecord {
  return { steps: [], metrics, failed: failedChecks(metrics) };
}

/**
 * Plans, applies and measures again, until every face meets the standards, nothing helps, or the rounds are used up.
 *
 * Returns the faces, in their order, each with what was done to it.
 */
export async function repairFaces<F extends RepairableFace>(
  faces: readonly F[],
  { checks, rounds }: RepairScope,
  crops: Repairer,
): Promise<F[]> {
  let repaired = [...faces];
  for (let round = 0; round < rounds; round++) {
    const plans = repaired.map(({ repair: { failed, metrics }, enlargement }) =>
      planRepair(failed, { metrics, enlargement }, checks),
    );
    if (plans.every((plan) => plan.length === 0)) break;
    const measured = zip(plans, await crops.repair(plans));
    repaired = zip(repaired, measured).map(([face, [plan, metrics]]) =>
      plan.length > 0 ? { ...face, repair: afterRound(face.repair, plan, metrics) } : face,
    );
  }
  return repaired;
}

/** The checks for whose sake steps were taken, each once, in the order of CHECKS. */
export function repairedChecks(steps: readonly RepairStep[]): Check[] {
  return CHECKS.filter((check) => steps.some((step) => step.check === check));
}

function afterRound(before: RepairRecord, plan: readonly RepairStep[], measured: PixelMetrics): RepairRecord {
  const metrics = { ...before.metrics, ...measured };
  return { steps: [...before.steps, ...plan], metrics, failed: failedChecks(metrics) };
}
