import { median } from "../../src/math/index.ts";
import { bootstrapMean, type Figure } from "../prove-repair/summarise/bootstrap.ts";
import { LEAST_GAIN } from "../prove-repair/summarise/policy.ts";
import { mean } from "../shared/averages.ts";
import type { CaseReading } from "./readings.ts";

/** A reading with a number. */
export interface Estimated extends Pick<CaseReading, "filename" | "labelled"> {
  readonly years: number;
  /** Years between the ends of the interval. */
  readonly width: number;
}

/** Readings whose interval is wider than `from` and not wider than `to` years. */
export interface WidthBin {
  readonly from: number;
  readonly to: number;
  readonly readings: number;
  /** Of all readings. */
  readonly share: number;
  /** Mean years by which the readings miss the labelled ages. */
  readonly error: Figure;
  /** The same for one age for everyone. */
  readonly guess: number;
}

const EDGES = [0, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 70, Number.POSITIVE_INFINITY];

/** The readings that came with a number. */
export function estimatedOf(readings: readonly CaseReading[]): Estimated[] {
  return readings.flatMap(({ filename, labelled, estimate }) =>
    estimate ? [{ filename, labelled, years: estimate.years, width: estimate.high - estimate.low }] : [],
  );
}

/** Years from an age to the labelled ages; 0 among them. */
export function missBy(years: number, { labelled: { low, high } }: Pick<Estimated, "labelled">): number {
  return Math.max(0, low - years, years - high - 1);
}

/** The age in the middle of all labels: what everyone is given who knows nothing of the face. */
export function medianAge(readings: readonly Estimated[]): number {
  return median(readings.map(({ labelled: { low, high } }) => (low + high + 1) / 2));
}

/** Error against width, in the bins that hold readings; `guess` is the age that stands for knowing nothing. */
export function widthCurve(readings: readonly Estimated[], guess: number): WidthBin[] {
  return EDGES.slice(1).flatMap((to, index) => {
    const from = EDGES[index] as number;
    const inside = readings.filter(({ width }) => width > from && width <= to);
    return inside.length === 0 ? [] : [{ from, to, ...figuresOf(inside, readings.length, guess) }];
  });
}

/** What refusing above each edge does: the figures of all readings that are wider. */
export function refusalCurve(readings: readonly Estimated[], guess: number): WidthBin[] {
  return EDGES.slice(0, -1).flatMap((from) => {
    const wider = readings.filter(({ width }) => width > from);
    return wider.length === 0
      ? []
      : [{ from, to: Number.POSITIVE_INFINITY, ...figuresOf(wider, readings.length, guess) }];
  });
}

/**
 * The width above which no number is given: the edge of `refusalCurve` above which all readings together remove least of the
 * error of guessing. `undefined` where that is still a third of it.
 */
export function widestAnswer(wider: readonly WidthBin[]): number | undefined {
  const gain = ({ error, guess }: WidthBin) => 1 - error.value / guess;
  const [least] = [...wider].sort((a, b) => gain(a) - gain(b));
  return least && gain(least) < LEAST_GAIN ? least.from : undefined;
}

function figuresOf(readings: readonly Estimated[], all: number, guess: number) {
  const errors = readings.map((reading) => ({ filename: reading.filename, value: missBy(reading.years, reading) }));
  return {
    readings: readings.length,
    share: readings.length / all,
    error: bootstrapMean(errors) as Figure,
    guess: meanOf(readings, (reading) => missBy(guess, reading)),
  };
}

function meanOf(readings: readonly Estimated[], value: (reading: Estimated) => number): number {
  return mean(readings.map(value)) ?? 0;
}
