import * as v from "valibot";
import { type AgeHeadKind, named } from "./head-kind.ts";

const schema = v.strictObject({
  kind: v.literal("age-posterior"),
  ...named,
  bins: v.pipe(v.number(), v.integer(), v.minValue(2)),
});

/** Output [faces, bins]: softmax over the ages 0, 1, …, bins − 1. */
export const agePosterior = {
  schema,
  says: "age",
  output: "probabilities",
  figures: "years",
  width: ({ bins }) => bins,
  posterior: (output) => output,
  namedClasses: (_output, _head, isInside) => isInside,
} as const satisfies AgeHeadKind<v.InferOutput<typeof schema>>;
