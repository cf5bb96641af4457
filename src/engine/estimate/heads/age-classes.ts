import * as v from "valibot";
import { type AgeHeadKind, age, named, spreadOverAges } from "./head-kind.ts";

const schema = v.strictObject({
  kind: v.literal("age-classes"),
  ...named,
  ages: v.pipe(
    v.array(age),
    v.minLength(2),
    v.check(
      (ages) => ages.every((value, index) => value === (ages[0] as number) + index),
      "ages must rise by one year",
    ),
  ),
});

/** Output [faces, ages.length]: softmax over `ages`, which rise by one year; other ages are unknown to the network. */
export const ageClasses = {
  schema,
  says: "age",
  output: "probabilities",
  figures: "years",
  width: ({ ages }) => ages.length,
  posterior: (output, { ages }) =>
    spreadOverAges(
      output,
      ages.map((age) => ({ low: age, high: age })),
    ),
  knownAges: ({ ages }) => ({ low: ages[0] as number, high: ages.at(-1) as number }),
  namedClasses:
    (_output, { ages }, isInside) =>
    (index) =>
      isInside(ages[index] as number),
} as const satisfies AgeHeadKind<v.InferOutput<typeof schema>>;
