import * as v from "valibot";

const age = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120));

/** What a network with several heads calls each of them. */
const named = { name: v.optional(v.string()) };

/** Output [faces, bins]: softmax over the ages 0, 1, …, bins − 1. */
const agePosterior = v.object({
  kind: v.literal("age-posterior"),
  ...named,
  bins: v.pipe(v.number(), v.integer(), v.minValue(2)),
});

/** Output [faces, 1]: years. */
const ageRegression = v.object({ kind: v.literal("age-regression"), ...named });

/** Output [faces, ages.length]: softmax over `ages`, which ascend; other ages are unknown to the network. */
const ageClasses = v.object({
  kind: v.literal("age-classes"),
  ...named,
  ages: v.pipe(
    v.array(age),
    v.minLength(2),
    v.check((ages) => ascend(ages), "the ages must ascend"),
  ),
});

/** Output [faces, groups.length]: softmax over groups of ages, from `low` to `high` years, both included. */
const ageGroups = v.object({
  kind: v.literal("age-groups"),
  ...named,
  groups: v.pipe(
    v.array(
      v.pipe(
        v.object({ name: v.string(), low: age, high: age }),
        v.check(({ low, high }) => low <= high, "low must not be above high"),
      ),
    ),
    v.minLength(2),
    v.check((groups) => ascend(groups.flatMap(({ low, high }) => [low, high + 0.5])), "the groups must not overlap"),
  ),
});

/** Output [faces, 2]: softmax over `classes`, in this order. */
const gender = v.object({
  kind: v.literal("gender"),
  ...named,
  classes: v.pipe(
    v.array(v.picklist(["female", "male"])),
    v.length(2),
    v.check(([first, second]) => first !== second, "both classes must be named"),
  ),
});

/** One head by itself. */
export const singleHead = v.variant("kind", [agePosterior, ageRegression, ageClasses, ageGroups, gender]);

/** One output per head, in the order of `heads`. */
const multi = v.object({
  kind: v.literal("multi"),
  heads: v.pipe(
    v.array(singleHead),
    v.minLength(2),
    v.check((heads) => heads.filter(({ kind }) => kind === "gender").length <= 1, "there is more than one gender head"),
    v.check((heads) => heads.filter(({ kind }) => kind !== "gender").length <= 1, "there is more than one age head"),
  ),
});

/**
 * What comes out of a network, as the `head` of a model in manifest.json and of a network's spec in training/:
 *
 *     { "kind": "age-posterior", "bins": 101 }
 *     { "kind": "age-regression" }
 *     { "kind": "age-classes", "ages": [20, 21, …, 50] }
 *     { "kind": "age-groups", "groups": [{ "name": "young", "low": 0, "high": 25 }, …] }
 *     { "kind": "gender", "classes": ["male", "female"] }
 *     { "kind": "multi", "heads": [{ "name": "age", …an age head }, { "name": "gender", …a gender head }] }
 *
 * Every softmax is part of the converted network, so that its output sums to 1 for each face.
 */
export const head = v.variant("kind", [agePosterior, ageRegression, ageClasses, ageGroups, gender, multi]);

export type Head = v.InferOutput<typeof head>;
export type SingleHead = v.InferOutput<typeof singleHead>;
export type GenderHead = v.InferOutput<typeof gender>;
export type AgeHead = Exclude<SingleHead, GenderHead>;
export type AgeGroup = v.InferOutput<typeof ageGroups>["groups"][number];

/** The heads of a network, in the order of its outputs. */
export function headsOf(head: Head): SingleHead[] {
  return head.kind === "multi" ? head.heads : [head];
}

/** The head that says an age, if there is one. */
export function ageHeadOf(head: Head): AgeHead | undefined {
  return headsOf(head).find((single): single is AgeHead => single.kind !== "gender");
}

/** The head that says an apparent gender, if there is one. */
export function genderHeadOf(head: Head): GenderHead | undefined {
  return headsOf(head).find((single): single is GenderHead => single.kind === "gender");
}

/** Floats per face of each of the network's outputs, in their order. */
export function outputSizes(head: Head): number[] {
  return headsOf(head).map(outputSize);
}

/** Floats per face of one head's output. */
export function outputSize(head: SingleHead): number {
  switch (head.kind) {
    case "age-posterior":
      return head.bins;
    case "age-regression":
      return 1;
    case "age-classes":
      return head.ages.length;
    case "age-groups":
      return head.groups.length;
    case "gender":
      return head.classes.length;
  }
}

function ascend(numbers: readonly number[]): boolean {
  return numbers.every((value, index) => index === 0 || value > (numbers[index - 1] as number));
}
