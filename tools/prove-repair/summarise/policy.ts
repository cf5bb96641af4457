import { cautionFor, POLICY, type Policy, type PolicyRule } from "../../../src/engine/quality/policy.ts";
import type { Check } from "../../../src/engine/quality/verdict.ts";
import type { CurveMetric } from "../../degrade/kinds.ts";
import { type Sample, TAIL_FACTORS, type TailFactor } from "../measure/samples.ts";
import type { Curve, CurveBin } from "./curves.ts";
import { afterRepair, covers, errorOf, type MeasuredCondition, meanOf, medianOf, shareOf } from "./outcomes.ts";

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
  const middle = medianOf(ages);
  return meanOf(ages, (age) => Math.abs(age - middle));
}

/** What is wrong where a metric is lower, or higher, than on undamaged pictures. */
const WRONG: Readonly<Record<CurveMetric, { readonly low: Check; readonly high: Check }>> = {
  sharpness: { low: "blurry", high: "noisy" },
  brightness: { low: "dark", high: "bright" },
  contrast: { low: "flat", high: "noisy" },
  noise: { low: "blurry", high: "noisy" },
  clippedShadows: { low: "dark", high: "dark" },
  clippedHighlights: { low: "bright", high: "bright" },
  resolutionPx: { low: "small", high: "small" },
};

/**
 * Rules from the curves: widen where the interval promises too much, refuse where the estimate is hardly more than a guess.
 *
 * What holds in the outermost range that was measured holds beyond it, too. A rule in the midst of ranges that need none is
 * taken for chance and left out: worse pictures should not be read better.
 */
export function derivePolicy(curves: readonly Curve[], kept: readonly Check[], guessMae: number): Policy {
  const rules = curves.flatMap((curve) => unbroken(curve.own.map((bin, place) => toRule(curve, bin, place, guessMae))));
  return {
    ...POLICY,
    repairBeforeEstimate: [...kept],
    rules: joined(rules.filter(({ tailFactor }) => tailFactor < 1)),
  };
}

/** The rules of one curve that reach one of its ends without a gap. */
function unbroken(rules: readonly PolicyRule[]): PolicyRule[] {
  const needed = rules.map(({ tailFactor }) => tailFactor < 1);
  const [first, last] = [needed.indexOf(false), needed.lastIndexOf(false)];
  return rules.filter((_, place) => place < first || place > last);
}

/** Neighbouring rules with the same consequence as one. */
function joined(rules: readonly PolicyRule[]): PolicyRule[] {
  const all: PolicyRule[] = [];
  for (const rule of rules) {
    const last = all.at(-1);
    const continues = last?.metric === rule.metric && last.to === rule.from && last.tailFactor === rule.tailFactor;
    if (last && continues) all[all.length - 1] = { ...last, to: rule.to };
    else all.push(rule);
  }
  return all;
}

function toRule({ metric, usual, own }: Curve, bin: CurveBin, place: number, guessMae: number): PolicyRule {
  return {
    check: bin.mean < usual ? WRONG[metric].low : WRONG[metric].high,
    metric,
    from: place === 0 ? 0 : bin.from,
    to: place === own.length - 1 ? null : bin.to,
    tailFactor: bin.mae.low > (1 - LEAST_GAIN) * guessMae ? 0 : bin.tailFactor,
  };
}

/** What the policy does with each condition's samples. */
export function policyRows(conditions: readonly MeasuredCondition[], policy: Policy): PolicyRow[] {
  return conditions.map(({ condition, samples }) => {
    const answered = samples.filter((sample) => factorFor(sample, policy) > 0);
    return {
      conditionId: condition.id,
      refused: 1 - answered.length / samples.length,
      answered: answered.length === 0 ? null : answeredFigures(answered, policy),
    };
  });
}

function answeredFigures(samples: readonly Sample[], policy: Policy) {
  const cases = samples.map((sample) => ({
    sample,
    state: afterRepair(sample, policy.repairBeforeEstimate),
    factor: factorFor(sample, policy) as TailFactor,
  }));
  return {
    mae: meanOf(cases, ({ sample, state }) => errorOf(state, sample)),
    coverage: shareOf(cases, ({ state, factor }) => covers(state, factor)),
    coverageWithout: shareOf(cases, ({ state }) => covers(state)),
    width: meanOf(cases, ({ state, factor }) => state.estimate.widths[TAIL_FACTORS.indexOf(factor)] as number),
    widthWithout: meanOf(cases, ({ state }) => state.estimate.widths[0] as number),
  };
}

/** As the app finds it; 1 where no rule applies. */
function factorFor({ metrics, resolutionPx }: Sample, policy: Policy): number {
  return cautionFor({ ...metrics, resolutionPx }, policy).tailFactor;
}
