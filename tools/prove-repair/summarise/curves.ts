import type { Check } from "../../../src/engine/quality/verdict.ts";
import { kindOf } from "../../degrade/conditions.ts";
import type { CurveMetric } from "../../degrade/kinds.ts";
import { type Sample, type State, TAIL_FACTORS, type TailFactor } from "../measure/samples.ts";
import { bootstrapMean, type Figure } from "./bootstrap.ts";
import { afterRepair, covers, errorOf, type MeasuredCondition, meanOf, medianOf, shareOf } from "./outcomes.ts";

/** Samples whose metric lies in from ≤ value < to. */
export interface CurveBin {
  readonly from: number;
  readonly to: number;
  readonly samples: number;
  /** Of the metric. */
  readonly mean: number;
  readonly mae: Figure;
  readonly coverage: Figure;
  /** Mean years between the interval's ends. */
  readonly width: number;
  /**
   * 1 where the interval covers what it levels, or falls short by chance; else the largest of TAIL_FACTORS that mends it,
   * or the smallest where none does.
   */
  readonly tailFactor: number;
  /** With that factor. */
  readonly widenedCoverage: number;
  readonly widenedWidth: number;
}

/** How the estimate's error grows as one metric of the picture as given worsens. */
export interface Curve {
  readonly metric: CurveMetric;
  /** The median over the pictures as they are. */
  readonly usual: number;
  /** Over every sample. */
  readonly all: readonly CurveBin[];
  /** Over pictures as they are and the kinds that worsen this metric, so that other damage does not hide the trend. */
  readonly own: readonly CurveBin[];
}

/** Inner edges of the bins per metric. */
const EDGES: Readonly<Record<CurveMetric, readonly number[]>> = {
  sharpness: [1, 2, 5, 10, 20, 40, 70, 100, 200, 400, 1000, 2000, 5000, 10_000, 20_000],
  brightness: [5, 15, 25, 35, 50, 75, 100, 125, 150, 175, 200, 225, 240],
  contrast: [2, 5, 8, 10, 15, 20, 30, 40, 50, 60, 75, 100],
  noise: [1, 2, 3, 5, 8, 12, 16, 24, 32],
  clippedShadows: [0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9],
  clippedHighlights: [0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9],
  resolutionPx: [10, 16, 24, 40, 64, 100, 150],
};

/** Bins with fewer samples say nothing. */
const MIN_SAMPLES = 40;

const SMALLEST_FACTOR = TAIL_FACTORS[TAIL_FACTORS.length - 1] as TailFactor;

/** One curve per metric, for the estimate after the kept repairs. */
export function errorCurves(conditions: readonly MeasuredCondition[], kept: readonly Check[], level: number): Curve[] {
  const clean = conditions.filter(({ condition }) => !kindOf(condition)).flatMap(({ samples }) => samples);
  return (Object.keys(EDGES) as CurveMetric[]).map((metric) => ({
    metric,
    usual: medianOf(clean.map((sample) => metricOf(sample, metric))),
    all: binned(conditions, metric, kept, level),
    own: binned(
      conditions.filter(({ condition }) => kindOf(condition)?.moves.includes(metric) ?? true),
      metric,
      kept,
      level,
    ),
  }));
}

/** A metric of the picture as given. */
export function metricOf(sample: Sample, metric: CurveMetric): number {
  return metric === "resolutionPx" ? sample.resolutionPx : sample.metrics[metric];
}

function binned(
  conditions: readonly MeasuredCondition[],
  metric: CurveMetric,
  kept: readonly Check[],
  level: number,
): CurveBin[] {
  const samples = conditions.flatMap((condition) => condition.samples);
  const edges = [0, ...EDGES[metric], Number.POSITIVE_INFINITY];
  return edges.slice(1).flatMap((to, index) => {
    const from = edges[index] as number;
    const inside = samples.filter((sample) => metricOf(sample, metric) >= from && metricOf(sample, metric) < to);
    return inside.length < MIN_SAMPLES ? [] : [{ from, to, ...binFigures(inside, metric, kept, level) }];
  });
}

function binFigures(samples: readonly Sample[], metric: CurveMetric, kept: readonly Check[], level: number) {
  const cases = samples.map((sample) => ({ sample, state: afterRepair(sample, kept) }));
  const figure = (value: (entry: (typeof cases)[number]) => number) =>
    bootstrapMean(cases.map((entry) => ({ filename: entry.sample.filename, value: value(entry) }))) as Figure;
  const states = cases.map(({ state }) => state);
  const coverage = figure(({ state }) => Number(covers(state)));
  const tailFactor = coverage.high < level ? mendingFactor(states, level) : 1;
  return {
    samples: samples.length,
    mean: meanOf(samples, (sample) => metricOf(sample, metric)),
    mae: figure(({ sample, state }) => errorOf(state, sample)),
    coverage,
    width: meanWidth(states, 1),
    tailFactor,
    widenedCoverage: coverageOf(states, tailFactor),
    widenedWidth: meanWidth(states, tailFactor),
  };
}

function mendingFactor(states: readonly State[], level: number): TailFactor {
  return TAIL_FACTORS.find((factor) => coverageOf(states, factor) >= level) ?? SMALLEST_FACTOR;
}

function coverageOf(states: readonly State[], factor: TailFactor): number {
  return shareOf(states, (state) => covers(state, factor));
}

/** Mean years between the ends of the interval whose tails are `factor` times the usual ones. */
function meanWidth(states: readonly State[], factor: TailFactor): number {
  return meanOf(states, ({ estimate }) => estimate.widths[TAIL_FACTORS.indexOf(factor)] as number);
}
