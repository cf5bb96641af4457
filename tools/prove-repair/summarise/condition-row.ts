import type { Check } from "../../../src/engine/quality/verdict.ts";
import type { Condition } from "../../degrade/conditions.ts";
import type { Sample } from "../measure/samples.ts";
import { bootstrapMean, type Figure } from "./bootstrap.ts";
import { afterRepair, covers, errorOf, type MeasuredCondition, meanOf, shareOf } from "./outcomes.ts";

/** How the estimate fares after some repairs, compared with none. */
export interface Outcome {
  readonly mae: number;
  /** Mean of error after − error before in years, paired: negative where it helps. */
  readonly change: Figure | null;
  /** Share of pictures with no failed check. */
  readonly pass: number;
  /** Share of true ages inside the interval. */
  readonly coverage: number;
}

/** One row of the table. */
export interface ConditionRow {
  readonly condition: Condition;
  readonly samples: number;
  /** Share of pictures for which anything was planned. */
  readonly planned: number;
  readonly before: Outcome;
  /** After the whole plan. */
  readonly whole: Outcome;
  /** After the kept repairs of the plan: what the app does before it estimates. */
  readonly kept: Outcome;
}

/** The table's row for one condition. */
export function conditionRow({ condition, samples }: MeasuredCondition, kept: readonly Check[]): ConditionRow {
  return {
    condition,
    samples: samples.length,
    planned: shareOf(samples, ({ repairs }) => repairs.length > 0),
    before: outcomeOf(samples, []),
    whole: outcomeOf(samples, undefined),
    kept: outcomeOf(samples, kept),
  };
}

function outcomeOf(samples: readonly Sample[], allowed: readonly Check[] | undefined): Outcome {
  const states = samples.map((sample) => ({ sample, state: afterRepair(sample, allowed) }));
  const changes = states.map(({ sample, state }) => ({
    filename: sample.filename,
    value: errorOf(state, sample) - errorOf(sample, sample),
  }));
  return {
    mae: meanOf(states, ({ sample, state }) => errorOf(state, sample)),
    change: bootstrapMean(changes),
    pass: shareOf(states, ({ state }) => state.failed.length === 0),
    coverage: shareOf(states, ({ state }) => covers(state)),
  };
}
