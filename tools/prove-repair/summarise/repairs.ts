import type { Check } from "../../../src/engine/quality/verdict.ts";
import { CHECKS } from "../../../src/engine/quality/verdict.ts";
import type { Sample } from "../measure/samples.ts";
import { bootstrapMean, type Figure } from "./bootstrap.ts";
import { errorOf, findRepair, type MeasuredCondition, meanOf } from "./outcomes.ts";

/** Whether a repair is made before the estimate. */
export type Decision = "keep" | "picture only";

/** What one repair does to the error by itself, over the samples in which it is made. */
export interface RepairEffect {
  readonly samples: number;
  readonly maeBefore: number;
  readonly maeAfter: number;
  /** Mean of error after − error before in years: negative where it helps. */
  readonly change: Figure;
}

/** The effect of repairing one failed check, over everything and per condition, and what follows. */
export interface RepairVerdict {
  readonly check: Check;
  readonly decision: Decision;
  readonly overall: RepairEffect;
  readonly byCondition: Readonly<Record<string, RepairEffect>>;
}

/** Nothing is decided from fewer samples. */
const MIN_SAMPLES = 20;

/** Repairs that any plan makes, each judged: it is kept when its whole 95 % interval lies below zero. */
export function judgeRepairs(conditions: readonly MeasuredCondition[]): RepairVerdict[] {
  const samples = conditions.flatMap((condition) => condition.samples);
  return CHECKS.flatMap((check) => {
    const overall = effectOf(check, samples);
    if (!overall) return [];
    const byCondition = Object.fromEntries(
      conditions.flatMap((condition) => {
        const effect = effectOf(check, condition.samples);
        return effect ? [[condition.condition.id, effect] as const] : [];
      }),
    );
    const helps = overall.samples >= MIN_SAMPLES && overall.change.high < 0;
    return [{ check, decision: helps ? "keep" : "picture only", overall, byCondition }];
  });
}

/** The checks that are repaired before the estimate. */
export function keptRepairs(verdicts: readonly RepairVerdict[]): Check[] {
  return verdicts.filter(({ decision }) => decision === "keep").map(({ check }) => check);
}

function effectOf(check: Check, samples: readonly Sample[]): RepairEffect | undefined {
  const errors = samples.flatMap((sample) => {
    const state = findRepair(sample, [check]);
    const isMade = state !== undefined && state.steps.length > 0;
    return isMade
      ? [{ filename: sample.filename, before: errorOf(sample, sample), after: errorOf(state, sample) }]
      : [];
  });
  const change = bootstrapMean(errors.map(({ filename, before, after }) => ({ filename, value: after - before })));
  if (!change) return undefined;
  return {
    samples: errors.length,
    maeBefore: meanOf(errors, ({ before }) => before),
    maeAfter: meanOf(errors, ({ after }) => after),
    change,
  };
}
