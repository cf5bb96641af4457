import type { Check } from "../../../src/engine/quality/verdict.ts";
import { CHECKS } from "../../../src/engine/quality/verdict.ts";
import type { Condition } from "../../degrade/conditions.ts";
import type { RepairedState, Sample, State } from "../measure/samples.ts";

/** A condition's samples. */
export interface MeasuredCondition {
  readonly condition: Condition;
  readonly samples: readonly Sample[];
}

/** Years between an estimate and the true age. */
export function errorOf({ estimate }: State, { age }: Sample): number {
  return Math.abs(estimate.years - age);
}

/** Whether the interval whose tails are `factor` times the calibrated ones holds the true age. */
export function covers({ estimate: { holdsUpTo } }: State, factor = 1): boolean {
  return factor <= holdsUpTo;
}

/** The checks that the whole plan of a sample repairs. */
export function plannedRepairs({ repairs }: Sample): readonly Check[] {
  return repairs.at(-1)?.repaired ?? [];
}

/** The crop after the allowed part of its plan; the sample itself where none of it is allowed. */
export function afterRepair(sample: Sample, allowed: readonly Check[] = CHECKS): State {
  const choice = plannedRepairs(sample).filter((check) => allowed.includes(check));
  return findRepair(sample, choice) ?? sample;
}

/** The share of items that satisfy a condition; 0 of none. */
export function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / Math.max(items.length, 1);
}

/** The mean of a number over items; NaN of none. */
export function meanOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0) / items.length;
}

/** The upper of the two middle values of an even count; NaN of none. */
export function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The crop after the repair of exactly these checks, where the plan repairs them; it may have needed no step. */
export function findRepair({ repairs }: Sample, choice: readonly Check[]): RepairedState | undefined {
  return repairs.find(({ repaired }) => repaired.join() === choice.join());
}
