import type { AgeInterval } from "../api.ts";
import { type Evidence, fuse } from "./fusion.ts";

/** What is shown of a person: whole years that do not flicker. */
export interface SettledReading {
  readonly years: number;
  /** In whole years. */
  readonly interval: AgeInterval;
  readonly posterior: Float32Array;
  /** 0…1: how much of what settles a reading has been seen; at 1 it is settled. */
  readonly progress: number;
}

/** Frames of this weight settle a reading: about a second of good ones. */
const SETTLED_WEIGHT = 8;
/** A whole number changes when the value is this far, in years, beyond the edge to the next one. */
const SLACK_WHILE_SETTLING = 0.3;
const SLACK_WHEN_SETTLED = 1;
/** The interval's ends go on to move inwards when the years stand still. */
const SLACK_OF_ENDS = 0.3;

/** The reading to show after more evidence, held still by hysteresis around the one shown before. */
export function settle(previous: SettledReading | undefined, evidence: Evidence): SettledReading {
  const { years, interval, posterior } = fuse(evidence);
  const progress = Math.max(previous?.progress ?? 0, Math.min(1, evidence.weight / SETTLED_WEIGHT));
  const slack = previous?.progress === 1 ? SLACK_WHEN_SETTLED : SLACK_WHILE_SETTLING;
  const shown = holdWhole(previous?.years, years, slack);
  return {
    years: shown,
    interval: {
      ...interval,
      low: Math.min(shown, holdWhole(previous?.interval.low, interval.low, SLACK_OF_ENDS)),
      high: Math.max(shown, holdWhole(previous?.interval.high, interval.high, SLACK_OF_ENDS)),
    },
    posterior,
    progress,
  };
}

/**
 * `value` as a whole number that stays what it was until the value is more than 0.5 + `slack` away (a Schmitt trigger).
 *
 * @example holdWhole(30, 30.7, 0.3) // 30
 * @example holdWhole(30, 30.9, 0.3) // 31
 */
export function holdWhole(previous: number | undefined, value: number, slack: number): number {
  if (previous !== undefined && Math.abs(value - previous) <= 0.5 + slack) return previous;
  return Math.round(value);
}
