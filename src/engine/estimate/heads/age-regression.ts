import * as v from "valibot";
import { type AgeHeadKind, clampAge, named, OLDEST } from "./head-kind.ts";

const schema = v.strictObject({ kind: v.literal("age-regression"), ...named });

/** Output [faces, 1]: years. */
export const ageRegression = {
  schema,
  says: "age",
  output: "years",
  figures: "years",
  width: () => 1,
  posterior: (output, _head, { spread = 0 }) => laplacePosterior(clampAge(output[0] as number), spread),
} as const satisfies AgeHeadKind<v.InferOutput<typeof schema>>;

/**
 * Errors of a regression are taken to be spread like Laplace's distribution of scale `spread`, whose mean absolute value
 * is its scale; what would lie below 0 or above 100 counts as 0 or 100.
 */
function laplacePosterior(years: number, spread: number): Float32Array {
  const below = (age: number) => {
    const distance = (age - years) / spread;
    return distance < 0 ? Math.exp(distance) / 2 : 1 - Math.exp(-distance) / 2;
  };
  return Float32Array.from({ length: OLDEST + 1 }, (_, age) => {
    const from = age === 0 ? 0 : below(age - 0.5);
    const to = age === OLDEST ? 1 : below(age + 0.5);
    return to - from;
  });
}
