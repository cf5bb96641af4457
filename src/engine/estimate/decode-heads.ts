import type { GenderReading, GroupShare, Reading } from "../types.ts";
import type { Calibration } from "./calibration.ts";
import { calibratedInterval, expectedAge, quantile } from "./decode.ts";
import { type AgeGroup, type AgeHead, type GenderHead, type Head, headsOf } from "./heads.ts";

/** Oldest age of the posteriors that are made of other outputs than a posterior. */
const OLDEST = 100;

/** What decoding needs to know about a model. */
export interface DecodableModel {
  readonly head: Head;
  readonly decode?: "median" | "mean" | undefined;
  readonly calibration?: Calibration | undefined;
}

/** What one face's outputs say. */
export interface DecodedFace {
  /** Left out where the model says no age. */
  readonly age?: Reading;
  /** Left out where the model says no gender. */
  readonly gender?: GenderReading;
}

/**
 * Turns the outputs of a network for one face, as `outputSizes` orders them, into readings.
 *
 * @param tailFactor 0…1, what remains of the calibrated interval's tails: below 1 the interval is wider.
 */
export function decodeFace(outputs: readonly Float32Array[], model: DecodableModel, tailFactor = 1): DecodedFace {
  const decoded = headsOf(model.head).map((head, index): DecodedFace => {
    const output = outputs[index];
    if (!output) throw new Error("The network gave fewer outputs than it has heads.");
    if (head.kind === "gender") return { gender: decodeGender(output, head) };
    return { age: decodeAge(output, head, model, tailFactor) };
  });
  return Object.assign({}, ...decoded);
}

/** One output as years, interval and posterior; refused when the network gave no numbers. */
function decodeAge(
  output: Float32Array,
  head: AgeHead,
  { decode, calibration }: DecodableModel,
  tailFactor: number,
): Reading {
  if (!output.every(Number.isFinite)) return { status: "refused", reason: "not-finite" };
  if (!calibration) throw new Error("A model that says an age has a calibration: the manifest was not checked.");
  const posterior = toPosterior(output, head, calibration);
  return {
    status: "estimated",
    years: pointEstimate(output, posterior, head, decode),
    interval: calibratedInterval(posterior, calibration, tailFactor),
    posterior,
    ...(head.kind === "age-groups" && { groups: groupShares(output, head.groups) }),
  };
}

function pointEstimate(
  output: Float32Array,
  posterior: Float32Array,
  head: AgeHead,
  decode: DecodableModel["decode"] = "median",
): number {
  if (head.kind === "age-regression") return clampAge(output[0] as number);
  return decode === "median" ? quantile(posterior, 0.5) : expectedAge(posterior);
}

/** Probability of each whole age, whatever the network's output is; sums to 1. */
export function toPosterior(output: Float32Array, head: AgeHead, { spread = 0 }: Calibration): Float32Array {
  switch (head.kind) {
    case "age-posterior":
      return output;
    case "age-regression":
      return laplacePosterior(clampAge(output[0] as number), spread);
    case "age-classes":
      return scatter(output, (index) => ({ low: head.ages[index] as number, high: head.ages[index] as number }));
    case "age-groups":
      return scatter(output, (index) => head.groups[index] as { low: number; high: number });
  }
}

/**
 * Errors of a regression are taken to be spread like Laplace's distribution of scale `spread`, whose mean absolute value
 * is its scale; what would lie below 0 or above 100 counts as 0 or 100.
 */
function laplacePosterior(years: number, spread: number): Float32Array {
  const below = (age: number) => {
    const distance = (age - years) / spread;
    return distance < 0 ? Math.exp(distance) / 2 : 1 - Math.exp(-distance) / 2;
  };
  return Float32Array.from({ length: OLDEST + 1 }, (_, age) => {
    const from = age === 0 ? 0 : below(age - 0.5);
    const to = age === OLDEST ? 1 : below(age + 0.5);
    return to - from;
  });
}

/** Spreads each share evenly over the whole ages from `low` to `high` of its class. */
function scatter(shares: Float32Array, rangeOf: (index: number) => { low: number; high: number }): Float32Array {
  const oldest = Math.max(OLDEST, rangeOf(shares.length - 1).high);
  const posterior = new Float32Array(oldest + 1);
  shares.forEach((share, index) => {
    const { low, high } = rangeOf(index);
    posterior.fill(share / (high - low + 1), low, high + 1);
  });
  return posterior;
}

function groupShares(output: Float32Array, groups: readonly AgeGroup[]): GroupShare[] {
  return groups.map((group, index) => ({ ...group, share: output[index] as number }));
}

function decodeGender(output: Float32Array, { classes }: GenderHead): GenderReading {
  if (!output.every(Number.isFinite)) return { status: "refused", reason: "not-finite" };
  const best = output.indexOf(Math.max(...output));
  return { status: "estimated", apparent: classes[best] as "female" | "male", share: output[best] as number };
}

function clampAge(years: number): number {
  return Math.min(OLDEST, Math.max(0, years));
}
