import type { GenderReading, Reading } from "../face-reading.ts";
import type { Calibration } from "./calibration.ts";
import { calibratedInterval, expectedAge, quantile } from "./decode.ts";
import { clampAge } from "./heads/head-kind.ts";
import { type AgeHead, type GenderHead, kindOf } from "./heads/registry.ts";
import { type Head, headsOf, saysAge } from "./heads.ts";

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
    if (saysAge(head)) return { age: decodeAge(output, head, model, tailFactor) };
    return { gender: decodeGender(output, head) };
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
  const kind = kindOf(head);
  const posterior = kind.posterior(output, head, calibration);
  const groups = kind.groupShares?.(output, head);
  return {
    status: "estimated",
    years: kind.output === "years" ? clampAge(output[0] as number) : pointEstimate(posterior, decode),
    interval: calibratedInterval(posterior, calibration, tailFactor),
    posterior,
    ...(groups && { groups }),
  };
}

function pointEstimate(posterior: Float32Array, decode: DecodableModel["decode"] = "median"): number {
  return decode === "median" ? quantile(posterior, 0.5) : expectedAge(posterior);
}

/** One output as an apparent gender; refused when the network gave no numbers. */
function decodeGender(output: Float32Array, head: GenderHead): GenderReading {
  return output.every(Number.isFinite) ? kindOf(head).read(output, head) : { status: "refused", reason: "not-finite" };
}
