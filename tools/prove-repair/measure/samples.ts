import type { FilterId } from "../../../src/engine/filters/controls.ts";
import type { PixelMetrics } from "../../../src/engine/metrics/registry.ts";
import type { Check } from "../../../src/engine/quality/verdict.ts";

/** What the network says about a crop whose true age is known. */
export interface Estimate {
  readonly years: number;
  /** The interval holds the true age as long as its tails are at most this many times the calibrated ones. */
  readonly holdsUpTo: number;
  /** Years between the interval's ends for each of TAIL_FACTORS. */
  readonly widths: readonly number[];
}

/** Figures and estimate of one state of a crop. */
export interface State {
  readonly metrics: PixelMetrics;
  readonly failed: readonly Check[];
  readonly estimate: Estimate;
}

/** A crop after the part of its plan that repairs some of the failed checks. */
export interface RepairedState extends State {
  readonly repaired: readonly Check[];
  readonly steps: readonly FilterId[];
}

/** One picture under one condition. */
export interface Sample extends State {
  readonly filename: string;
  readonly age: number;
  readonly resolutionPx: number;
  /** One per choice of the checks that the plan repairs, the whole plan last; empty when nothing was planned. */
  readonly repairs: readonly RepairedState[];
}

/** Shares of the calibrated interval's tails, from the interval as it is to one that leaves out almost nothing. */
export const TAIL_FACTORS = [1, 0.75, 0.5, 0.3, 0.15, 0.05] as const;

export type TailFactor = (typeof TAIL_FACTORS)[number];
