import { addFrame, type Estimate, type Evidence, FULL_WEIGHT_MS, fuse } from "../../src/engine/track/fusion.ts";
import { mean } from "../shared/averages.ts";
import { decimals, formatTable, percent } from "../shared/table.ts";

/** A frame of a face, read alone. */
export interface StudyFrame {
  readonly estimate: Estimate;
  readonly weight: number;
}

/** All frames of one face whose age is known. */
export interface StudyFace {
  readonly age: number;
  readonly frames: readonly StudyFrame[];
}

/** How readings of `frames` frames compare with the truth. */
export interface FusedFigures {
  readonly frames: number;
  /** Mean absolute error, years. */
  readonly meanError: number;
  /** Share of true ages inside the interval. */
  readonly coverage: number;
  /** Mean width of the interval, years. */
  readonly width: number;
}

/** Variances of the error of readings of one frame, in years². */
export interface ErrorVariances {
  /** Of what changes from frame to frame of one face. */
  readonly frame: number;
  /** Of what stays with the face. */
  readonly face: number;
}

/** Figures for the first `count` frames of every face, fused with the given exponent or the engine's own. */
export function fusedFigures(faces: readonly StudyFace[], count: number, exponent?: number): FusedFigures {
  const readings = faces.map(({ age, frames }) => ({ age, ...fuse(gather(frames.slice(0, count)), exponent) }));
  return {
    frames: count,
    meanError: average(readings.map(({ age, years }) => Math.abs(years - age))),
    coverage: average(readings.map(({ age, interval }) => (isInside(age, interval) ? 1 : 0))),
    width: average(readings.map(({ interval }) => interval.high - interval.low)),
  };
}

/** One-way analysis of variance of the errors, with faces as groups of equal size. */
export function errorVariances(faces: readonly StudyFace[]): ErrorVariances {
  const groups = faces.map(({ age, frames }) => frames.map(({ estimate }) => estimate.years - age));
  const frame = average(groups.map(variance));
  const means = groups.map(average);
  const size = average(groups.map(({ length }) => length));
  return { frame, face: average(means.map((value) => value ** 2)) - frame / size };
}

/** The largest exponent, in steps of 0.05, at which intervals of `count` frames still hold the level that they promise. */
export function levelExponent(faces: readonly StudyFace[], count: number): number {
  const level = faces[0]?.frames[0]?.estimate.interval.level ?? Number.NaN;
  const exponents = Array.from({ length: 40 }, (_, step) => (step + 1) / 20);
  return exponents.findLast((exponent) => fusedFigures(faces, count, exponent).coverage >= level) ?? Number.NaN;
}

/** The figures as a table. */
export function fusionTable(faces: readonly StudyFace[], counts: readonly number[]): string {
  const rows = counts.map((count) => {
    const { frames, meanError, coverage, width } = fusedFigures(faces, count);
    return [frames, decimals(meanError), percent(coverage), decimals(width, 1), decimals(levelExponent(faces, count))];
  });
  return formatTable(["frames", "MAE", "inside the interval", "width", "largest exponent that holds the level"], rows);
}

function gather(frames: readonly StudyFrame[]): Evidence {
  const evidence = frames.reduce<Evidence | undefined>(
    (before, { estimate, weight }, index) => addFrame(before, estimate, weight, index * FULL_WEIGHT_MS),
    undefined,
  );
  if (!evidence) throw new Error("A face without a frame cannot be read.");
  return evidence;
}

function isInside(age: number, { low, high }: Estimate["interval"]): boolean {
  return age >= low && age <= high;
}

function average(values: readonly number[]): number {
  return mean(values) ?? Number.NaN;
}

/** Unbiased, of at least two values. */
function variance(values: readonly number[]): number {
  const middle = average(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}
