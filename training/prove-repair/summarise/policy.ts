import type { Check } from "../../../src/engine/quality/verdict.ts";
import type { CurveMetric } from "../degrade/kinds.ts";
import { type Sample, TAIL_FACTORS, type TailFactor } from "../measure/samples.ts";
import { type Curve, type IntervalPromise, metricOf } from "./curves.ts";
import { afterRepair, covers, errorOf, type MeasuredCondition, meanOf, shareOf } from "./outcomes.ts";

/** What follows when a metric of the picture as given lies in from ≤ value < to (no end when `null`). */
export interface PolicyRule {
  readonly metric: CurveMetric;
  readonly from: number;
  readonly to: number | null;
  /** The interval's tails shrink to this share of the calibrated ones; 0: no answer is given. */
  readonly tailFactor: number;
}

/** The refusal and widening policy as data: of all rules that apply, the smallest factor counts. */
export interface Policy {
  /** Failed checks that are repaired before the estimate; other repairs only change the picture that is shown. */
  readonly repairBeforeEstimate: readonly Check[];
  readonly rules: readonly PolicyRule[];
}

/** The policy's effect on one condition. */
export interface PolicyRow {
  readonly conditionId: string;
  readonly refused: number;
  /** Of the samples that get an answer; `null` where none does. */
  readonly answered: {
    readonly mae: number;
    readonly coverage: number;
    readonly coverageWithout: number;
    readonly width: number;
    readonly widthWithout: number;
  } | null;
}

/** An answer is refused where it removes less than this share of the error of guessing one age for everyone. */
export const LEAST_GAIN = 1 / 3;

/** The mean absolute error of giving everyone the median age. */
export function guessingError(ages: readonly number[]): number {
  const middle = [...ages].sort((a, b) => a - b)[Math.floor(ages.length / 2)] as number;
  return meanOf(ages, (age) => Math.abs(age - middle));
}

/** Rules from the curves: widen where the interval promises too much, refuse where the estimate is hardly more than a guess. */
export function derivePolicy(curves: readonly Curve[], kept: readonly Check[], guessMae: number): Policy {
  const rules = curves.flatMap(({ metric, own }) =>
    own.map(({ from, to, mae, tailFactor }) => ({
      metric,
      from,
      to: Number.isFinite(to) ? to : null,
      tailFactor: mae.low > (1 - LEAST_GAIN) * guessMae ? 0 : tailFactor,
    })),
  );
  return { repairBeforeEstimate: kept, rules: rules.filter(({ tailFactor }) => tailFactor < 1) };
}

/** What the policy does with each condition's samples. */
export function policyRows(
  conditions: readonly MeasuredCondition[],
  policy: Policy,
  promise: IntervalPromise,
): PolicyRow[] {
  return conditions.map(({ condition, samples }) => {
    const answered = samples.filter((sample) => factorFor(sample, policy) > 0);
    return {
      conditionId: condition.id,
      refused: 1 - answered.length / samples.length,
      answered: answered.length === 0 ? null : answeredFigures(answered, policy, promise),
    };
  });
}

function answeredFigures(samples: readonly Sample[], policy: Policy, { tail }: IntervalPromise) {
  const cases = samples.map((sample) => ({
    sample,
    state: afterRepair(sample, policy.repairBeforeEstimate),
    factor: factorFor(sample, policy) as TailFactor,
  }));
  return {
    mae: meanOf(cases, ({ sample, state }) => errorOf(state, sample)),
    coverage: shareOf(cases, ({ state, factor }) => covers(state, factor * tail)),
    coverageWithout: shareOf(cases, ({ state }) => covers(state, tail)),
    width: meanOf(cases, ({ state, factor }) => state.estimate.widths[TAIL_FACTORS.indexOf(factor)] as number),
    widthWithout: meanOf(cases, ({ state }) => state.estimate.widths[0] as number),
  };
}

/** The smallest factor of the rules that apply; 1 where none does. */
function factorFor(sample: Sample, { rules }: Policy): number {
  const factors = rules
    .filter(({ metric, from, to }) => {
      const value = metricOf(sample, metric);
      return value >= from && (to === null || value < to);
    })
    .map(({ tailFactor }) => tailFactor);
  return Math.min(1, ...factors);
}
