import type { AgeModelEntry } from "../../../src/engine/estimate/manifest.ts";
import type { Policy } from "../../../src/engine/quality/policy.ts";
import { THRESHOLDS, type Threshold } from "../../../src/engine/quality/verdict.ts";
import { type ConditionRow, conditionRow } from "./condition-row.ts";
import { type Curve, errorCurves } from "./curves.ts";
import type { MeasuredCondition } from "./outcomes.ts";
import { derivePolicy, guessingError, type PolicyRow, policyRows } from "./policy.ts";
import { judgeRepairs, keptRepairs, type RepairVerdict } from "./repairs.ts";

/** Everything that the run found: contents of results.json. */
export interface Results {
  readonly model: { readonly id: string; readonly version: string; readonly weightsSha256: string };
  readonly pictures: number;
  /** Of the interval. */
  readonly level: number;
  /** Mean absolute error in years of giving everyone the median age. */
  readonly guessMae: number;
  readonly thresholds: readonly Threshold[];
  readonly conditions: readonly ConditionRow[];
  readonly repairs: readonly RepairVerdict[];
  readonly curves: readonly Curve[];
  readonly policy: Policy;
  readonly policyRows: readonly PolicyRow[];
}

/**
 * Summarises all samples.
 *
 * What to keep and the policy are decided on every other picture, and the policy's effect is measured on the rest.
 */
export function summarise(conditions: readonly MeasuredCondition[], model: AgeModelEntry): Results {
  const { level } = model.calibration;
  const [deciding, checking] = [0, 1].map((half) => everyOther(conditions, half)) as [
    MeasuredCondition[],
    MeasuredCondition[],
  ];
  const repairs = judgeRepairs(deciding);
  const kept = keptRepairs(repairs);
  const ages = conditions[0]?.samples.map(({ age }) => age) ?? [];
  const guessMae = guessingError(ages);
  const policy = derivePolicy(errorCurves(deciding, kept, level), kept, guessMae);
  return {
    model: { id: model.id, version: model.version, weightsSha256: model.weights.sha256 },
    pictures: ages.length,
    level,
    guessMae,
    thresholds: THRESHOLDS,
    conditions: conditions.map((condition) => conditionRow(condition, kept)),
    repairs,
    curves: errorCurves(conditions, kept, level),
    policy,
    policyRows: policyRows(checking, policy),
  };
}

function everyOther(conditions: readonly MeasuredCondition[], half: number): MeasuredCondition[] {
  return conditions.map(({ condition, samples }) => ({
    condition,
    samples: samples.filter((_, index) => index % 2 === half),
  }));
}
