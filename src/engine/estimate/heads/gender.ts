import * as v from "valibot";
import { type GenderHeadKind, named } from "./head-kind.ts";

const classes = v.tuple([v.literal("male"), v.literal("female")]);
const schema = v.strictObject({
  kind: v.literal("gender"),
  ...named,
  classes: v.optional(classes, ["male", "female"]),
});

/** Output [faces, 2]: softmax over the apparent genders male and female. */
export const gender = {
  schema,
  says: "gender",
  output: "probabilities",
  figures: "gender",
  width: ({ classes }) => classes.length,
  read: (output, { classes }) => {
    const best = output.indexOf(Math.max(...output));
    return { status: "estimated", apparent: classes[best] as "male" | "female", share: output[best] as number };
  },
} as const satisfies GenderHeadKind<v.InferOutput<typeof schema>>;
