import { mean } from "../shared/averages.ts";
import { AGE_GROUPS, type AgeGroup, distanceToGroup, groupOfAge } from "./age-groups.ts";
import type { Label } from "./labels.ts";
import type { Estimate, Prediction } from "./prediction.ts";

/** Within how many years an estimate counts for `cs5` (cumulative score). */
const CUMULATIVE_SCORE_YEARS = 5;

/** How well the labelled faces of some pictures were read; `null` where the labels do not allow a figure. */
export interface Figures {
  /** Pictures that could be read, with or without a face in them. */
  readonly images: number;
  /** Pictures in which no face was found. */
  readonly missed: number;
  readonly missedRate: number | null;
  /** Mean absolute error in years, over faces that were found. */
  readonly mae: number | null;
  /** Mean of estimate − age in years: positive when faces are read too old. */
  readonly bias: number | null;
  /** Share of found faces whose error is at most five years. */
  readonly cs5: number | null;
  /** Share of faces labelled within one age group that are read in it; a missed face counts as wrong. */
  readonly groupAccuracy: number | null;
  /** As groupAccuracy, where a neighbouring group counts as right too. */
  readonly withinOneGroup: number | null;
  /** Mean years from the estimate to the nearest edge of the labelled group or range, over found faces. */
  readonly groupDistance: number | null;
  /** Share of found faces whose age lies in the interval. */
  readonly intervalCoverage: number | null;
}

interface Labelled {
  readonly label: Label;
  readonly estimate: Estimate | undefined;
}

/** The figures of all predictions together. Pictures that could not be read do not count. */
export function figuresOf(predictions: readonly Prediction[]): Figures {
  const read = predictions.filter(({ status }) => status !== "failed");
  const missed = read.filter(({ status }) => status === "missed").length;
  const labelled = read.flatMap(toLabelled);
  const { intervalCoverage, ...errors } = ageFigures(labelled);
  return {
    images: read.length,
    missed,
    missedRate: read.length === 0 ? null : missed / read.length,
    ...errors,
    ...groupFigures(labelled),
    intervalCoverage,
  };
}

/** The figures of each age group that has labelled pictures; `null` where no picture has a label. */
export function figuresByBand(predictions: readonly Prediction[]): Record<string, Figures> | null {
  const bands = AGE_GROUPS.flatMap(({ name }, group) => {
    const inBand = predictions.filter(({ status, label }) => status !== "failed" && label?.group === group);
    return inBand.length === 0 ? [] : [[name, figuresOf(inBand)] as const];
  });
  return bands.length === 0 ? null : Object.fromEntries(bands);
}

function toLabelled(prediction: Prediction): Labelled[] {
  const { label } = prediction;
  return label ? [{ label, estimate: prediction.status === "estimated" ? prediction.estimate : undefined }] : [];
}

function ageFigures(labelled: readonly Labelled[]) {
  const found = labelled.flatMap(({ label: { years: age }, estimate }) =>
    age === undefined || !estimate ? [] : [{ ...estimate, age, error: estimate.years - age }],
  );
  return {
    mae: mean(found.map(({ error }) => Math.abs(error))),
    bias: mean(found.map(({ error }) => error)),
    cs5: share(found.map(({ error }) => Math.abs(error) <= CUMULATIVE_SCORE_YEARS)),
    intervalCoverage: share(found.map(({ age, low, high }) => age >= low && age <= high)),
  };
}

function groupFigures(labelled: readonly Labelled[]) {
  const steps = labelled.flatMap(({ label: { group }, estimate }) => {
    if (group === undefined) return [];
    return estimate ? Math.abs(groupOfAge(estimate.years) - group) : Number.POSITIVE_INFINITY;
  });
  const distances = labelled.flatMap(({ label, estimate }) =>
    estimate ? [distanceToGroup(estimate.years, rangeOf(label))] : [],
  );
  return {
    groupAccuracy: share(steps.map((step) => step === 0)),
    withinOneGroup: share(steps.map((step) => step <= 1)),
    groupDistance: mean(distances),
  };
}

/** The group that a label lies in, or its own ages where they lie in several; whole ages reach to the next birthday. */
function rangeOf({ group, low, high }: Label): Pick<AgeGroup, "from" | "to"> {
  return (group === undefined ? undefined : AGE_GROUPS[group]) ?? { from: low, to: high + 1 };
}

function share(outcomes: readonly boolean[]): number | null {
  return mean(outcomes.map(Number));
}
