import * as v from "valibot";

const age = v.pipe(v.number(), v.integer(), v.minValue(0));
const group = v.strictObject({ name: v.string(), low: age, high: age });
const title = { name: v.optional(v.string()) };

const singleHead = v.variant("kind", [
  v.strictObject({ kind: v.literal("age-posterior"), ...title, bins: v.pipe(v.number(), v.integer(), v.minValue(2)) }),
  v.strictObject({ kind: v.literal("age-regression"), ...title }),
  v.strictObject({ kind: v.literal("age-classes"), ...title, ages: v.array(age) }),
  v.strictObject({ kind: v.literal("age-groups"), ...title, groups: v.array(group) }),
  v.strictObject({ kind: v.literal("gender"), ...title, classes: v.array(v.picklist(["male", "female"])) }),
]);

const severalHeads = v.strictObject({ kind: v.literal("multi"), ...title, heads: v.array(singleHead) });

/** What a network's outputs mean, as its spec says: see agelens/models/heads.py. */
export const specHead = v.union([singleHead, severalHeads]);

export type SpecHead = v.InferOutput<typeof specHead>;
export type SingleHead = v.InferOutput<typeof singleHead>;

/** The heads of a network with several, or its only one. */
export function headsOf(head: SpecHead): SingleHead[] {
  return head.kind === "multi" ? head.heads : [head];
}

/** Number of outputs of one head. */
export function widthOf(head: SingleHead): number {
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
