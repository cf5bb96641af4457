import * as v from "valibot";
import { clamp } from "../../../math/index.ts";
import type { GenderReading, GroupShare } from "../../face-reading.ts";
import ages from "../../facts/ages.json" with { type: "json" };
import type { Calibration } from "../calibration.ts";

/** Whole years from `low` to `high`, both included. */
export interface AgeRange {
  readonly low: number;
  readonly high: number;
}

/** What converting, reading and explaining need to know about one kind of head, `H` being such a head. */
interface AnyHeadKind<H> {
  readonly schema: v.GenericSchema<unknown, H>;
  /** What the numbers are: a softmax over the head's classes, or years. */
  readonly output: "probabilities" | "years";
  /** Which of a network's measured figures are this head's. */
  readonly figures: "years" | "groups" | "gender";
  /** Floats per face. */
  width(head: H): number;
}

/** A kind of head that says an age. */
export interface AgeHeadKind<H> extends AnyHeadKind<H> {
  readonly says: "age";
  /** Probability of each whole age from 0 on; sums to 1. */
  posterior(output: Float32Array, head: H, calibration: Calibration): Float32Array;
  /** The ages that such a network can say, where they are fewer than those of a life. */
  knownAges?(head: H): AgeRange;
  /** The share of each group, for heads that choose among groups. */
  groupShares?(output: Float32Array, head: H): GroupShare[];
  /** Which classes a reading names, `isInside` being true for the ages of its interval; left out where there are none. */
  namedClasses?(output: Float32Array, head: H, isInside: (age: number) => boolean): (index: number) => boolean;
}

/** A kind of head that says an apparent gender. */
export interface GenderHeadKind<H> extends AnyHeadKind<H> {
  readonly says: "gender";
  /** The likeliest class with its share, of finite numbers. */
  read(output: Float32Array, head: H): GenderReading;
}

/** Everything about one kind of head. */
export type HeadKind<H> = AgeHeadKind<H> | GenderHeadKind<H>;

/** Oldest age of the posteriors that are made of other outputs than a posterior. */
export const OLDEST = ages.oldestOfPosteriors;

/** What a network with several heads calls each of them. */
export const named = { name: v.optional(v.string()) };

/** A whole age that a head may name. */
export const age = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120));

/** An age in years, limited to those that posteriors have. */
export function clampAge(years: number): number {
  return clamp(years, 0, OLDEST);
}

/** Spreads each share evenly over the whole ages of its class. */
export function spreadOverAges(shares: Float32Array, ranges: readonly AgeRange[]): Float32Array {
  const oldest = Math.max(OLDEST, ...ranges.map(({ high }) => high));
  const posterior = new Float32Array(oldest + 1);
  ranges.forEach(({ low, high }, index) => {
    posterior.fill((shares[index] as number) / (high - low + 1), low, high + 1);
  });
  return posterior;
}
