import * as v from "valibot";
import { type AgeHeadKind, age, named, spreadOverAges } from "./head-kind.ts";

const group = v.pipe(
  v.strictObject({ name: v.string(), low: age, high: age }),
  v.check(({ low, high }) => low <= high, "low must not be above high"),
);

const schema = v.strictObject({
  kind: v.literal("age-groups"),
  ...named,
  groups: v.pipe(
    v.array(group),
    v.minLength(2),
    v.check(
      (groups) => groups.every(({ low }, index) => index === 0 || low === (groups[index - 1]?.high ?? 0) + 1),
      "each group must begin one year after the one before it ends",
    ),
  ),
});

/** Output [faces, groups.length]: softmax over groups of ages that touch, youngest first, `low` and `high` included. */
export const ageGroups = {
  schema,
  says: "age",
  output: "probabilities",
  figures: "groups",
  width: ({ groups }) => groups.length,
  posterior: (output, { groups }) => spreadOverAges(output, groups),
  groupShares: (output, { groups }) => groups.map((group, index) => ({ ...group, share: output[index] as number })),
  namedClasses: (output) => {
    const best = output.indexOf(Math.max(...output));
    return (index) => index === best;
  },
} as const satisfies AgeHeadKind<v.InferOutput<typeof schema>>;
