import type { AgeInterval, Reading } from "../api.ts";
import { decodeFace } from "../estimate/decode-heads.ts";
import { kindOf } from "../estimate/heads/registry.ts";
import { type AgeHead, type Head, headsOf, saysAge } from "../estimate/heads.ts";
import type { ModelEntry } from "../estimate/manifest.ts";

/** A model as far as explaining it needs it. */
export type ExplainedModel = Pick<ModelEntry, "head" | "decode" | "calibration" | "input">;

type Estimate = Extract<Reading, { status: "estimated" }>;

/** Shares closer to 0 or 1 than this count as this close, so that their log-odds are finite. */
const SMALLEST_SHARE = 1e-6;

/**
 * The reading that `outputs` amount to.
 *
 * @throws Error when there is none: nobody is offered an explanation of a refused face.
 */
export function estimateOf(outputs: readonly Float32Array[], model: ExplainedModel): Estimate {
  const { age } = decodeFace(outputs, model);
  if (age?.status !== "estimated") throw new Error("There is no reading to explain.");
  return age;
}

/** Log-odds of the ages inside `interval` against all others. */
export function logOdds(posterior: Float32Array, { low, high }: AgeInterval): number {
  let inside = 0;
  let total = 0;
  posterior.forEach((share, age) => {
    total += share;
    if (age >= Math.round(low) && age <= Math.round(high)) inside += share;
  });
  const share = Math.min(1 - SMALLEST_SHARE, Math.max(SMALLEST_SHARE, inside / total));
  return Math.log(share / (1 - share));
}

/**
 * Derivative of the log-odds of the reading with respect to each logit z of a softmax p = softmax(z).
 *
 * With S the classes that the reading names and P(S) their probability, it is pₖ / P(S) inside S and −pₖ / (1 − P(S))
 * outside.
 *
 * @returns `undefined` for a head that has no logits
 */
export function logitEvidence(output: Float32Array, head: AgeHead, reading: Estimate): Float32Array | undefined {
  const isInside = (age: number) => age >= Math.round(reading.interval.low) && age <= Math.round(reading.interval.high);
  const isNamed = kindOf(head).namedClasses?.(output, head, isInside);
  if (!isNamed) return undefined;
  const named = output.reduce((sum, share, index) => (isNamed(index) ? sum + share : sum), 0);
  const inside = Math.max(SMALLEST_SHARE, named);
  const outside = Math.max(SMALLEST_SHARE, 1 - named);
  return output.map((share, index) => (isNamed(index) ? share / inside : -share / outside));
}

/** Where among a network's outputs its age is. */
export function ageOutput(head: Head): { readonly head: AgeHead; readonly index: number } {
  const heads = headsOf(head);
  const index = heads.findIndex(saysAge);
  const found = heads.find(saysAge);
  if (!found) throw new Error("Only models that say an age can be explained.");
  return { head: found, index };
}
