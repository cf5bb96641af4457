import * as v from "valibot";

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const positive = v.pipe(v.number(), v.gtValue(0));
const age = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120));
const name = v.pipe(v.string(), v.regex(/^[\w-]+$/));

/** Output [faces, bins]: softmax over the ages 0, 1, …, bins − 1. */
const agePosterior = v.object({
  kind: v.literal("age-posterior"),
  bins: v.pipe(v.number(), v.integer(), v.minValue(2)),
});

/** Output [faces, 1]: years. `spread` is the mean absolute error on validation pictures, in years. */
const ageRegression = v.object({ kind: v.literal("age-regression"), spread: positive });

/** Output [faces, ages.length]: softmax over `ages`, which ascend; other ages are unknown to the network. */
const ageClasses = v.object({
  kind: v.literal("age-classes"),
  ages: v.pipe(
    v.array(age),
    v.minLength(2),
    v.check((ages) => ascend(ages), "the ages must ascend"),
  ),
});

/** Output [faces, groups.length]: softmax over groups of ages, from `low` to `high` years, both included. */
const ageGroups = v.object({
  kind: v.literal("age-groups"),
  groups: v.pipe(
    v.array(
      v.pipe(
        v.object({ id: name, low: age, high: age }),
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
  classes: v.pipe(
    v.array(v.picklist(["female", "male"])),
    v.length(2),
    v.check(([first, second]) => first !== second, "both classes must be named"),
  ),
});

const ageHead = v.variant("kind", [agePosterior, ageRegression, ageClasses, ageGroups]);

/** Two outputs: that of `age`, then that of `gender`. */
const ageGender = v.object({ kind: v.literal("age-gender"), age: ageHead, gender });

/**
 * What comes out of a network, as the `head` of a model in manifest.json:
 *
 *     { "kind": "age-posterior", "bins": 101 }
 *     { "kind": "age-regression", "spread": 5.4 }
 *     { "kind": "age-classes", "ages": [20, 21, …, 50] }
 *     { "kind": "age-groups", "groups": [{ "id": "young", "low": 0, "high": 29 }, …] }
 *     { "kind": "gender", "classes": ["male", "female"] }
 *     { "kind": "age-gender", "age": { …an age head }, "gender": { …a gender head } }
 *
 * Every softmax is part of the network, so that its output sums to 1 for each face.
 */
export const head = v.variant("kind", [agePosterior, ageRegression, ageClasses, ageGroups, gender, ageGender]);

/** How the central interval of a posterior is made to hold the true age of a share `level` of faces. */
export const calibration = v.object({ level: share, mass: share });

export type Head = v.InferOutput<typeof head>;
export type AgeHead = v.InferOutput<typeof ageHead>;
export type GenderHead = v.InferOutput<typeof gender>;
export type AgeGroup = v.InferOutput<typeof ageGroups>["groups"][number];
export type Calibration = v.InferOutput<typeof calibration>;

/** The head that says an age, if there is one. */
export function ageHeadOf(head: Head): AgeHead | undefined {
  if (head.kind === "age-gender") return head.age;
  return head.kind === "gender" ? undefined : head;
}

/** The head that says an apparent gender, if there is one. */
export function genderHeadOf(head: Head): GenderHead | undefined {
  if (head.kind === "age-gender") return head.gender;
  return head.kind === "gender" ? head : undefined;
}

/** Floats per face of each of the network's outputs, in their order. */
export function outputSizes(head: Head): number[] {
  switch (head.kind) {
    case "age-posterior":
      return [head.bins];
    case "age-regression":
      return [1];
    case "age-classes":
      return [head.ages.length];
    case "age-groups":
      return [head.groups.length];
    case "gender":
      return [head.classes.length];
    case "age-gender":
      return [...outputSizes(head.age), ...outputSizes(head.gender)];
  }
}

function ascend(numbers: readonly number[]): boolean {
  return numbers.every((value, index) => index === 0 || value > (numbers[index - 1] as number));
}
