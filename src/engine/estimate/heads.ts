import * as v from "valibot";
import { type AgeHead, type GenderHead, kindOf, type SingleHead, singleHead } from "./heads/registry.ts";

/** Whether the head says an age. */
export const saysAge = (head: SingleHead): head is AgeHead => kindOf(head).says === "age";
const saysGender = (head: SingleHead): head is GenderHead => kindOf(head).says === "gender";

/** One output per head, in the order of `heads`. */
const multi = v.strictObject({
  kind: v.literal("multi"),
  heads: v.pipe(
    v.array(singleHead),
    v.minLength(2),
    v.check((heads) => {
      const names = heads.flatMap(({ name }) => name ?? []);
      return names.length === heads.length && new Set(names).size === names.length;
    }, "every head needs a name of its own"),
    v.check((heads) => heads.filter(saysGender).length <= 1, "there is more than one gender head"),
    v.check((heads) => heads.filter(saysAge).length <= 1, "there is more than one age head"),
  ),
});

/**
 * What comes out of a network, as the `head` of a model in manifest.json and of a network's spec in training/. The kinds,
 * with examples, are in facts/head-kinds.json; several on the same features are
 *
 *     { "kind": "multi", "heads": [{ "name": "age", …an age head }, { "name": "gender", …a gender head }] }
 *
 * Every softmax is part of the converted network, so that its output sums to 1 for each face.
 */
export const head = v.variant("kind", [singleHead, multi]);

/** What comes out of a network, checked. */
export type Head = v.InferOutput<typeof head>;
export type { AgeHead, GenderHead, SingleHead };

/** The heads of a network, in the order of its outputs. */
export function headsOf(head: Head): SingleHead[] {
  return head.kind === "multi" ? head.heads : [head];
}

/** The head that says an age, if there is one. */
export function ageHeadOf(head: Head): AgeHead | undefined {
  return headsOf(head).find(saysAge);
}

/** The head that says an apparent gender, if there is one. */
export function genderHeadOf(head: Head): GenderHead | undefined {
  return headsOf(head).find(saysGender);
}

/** Floats per face of each of the network's outputs, in their order. */
export function outputSizes(head: Head): number[] {
  return headsOf(head).map((single) => kindOf(single).width(single));
}
