import { expect, it } from "vitest";
import { knownAges } from "./known-ages.ts";

it("names the ages of models that know only some, also beside another head", () => {
  const classes = { kind: "age-classes" as const, ages: [20, 21, 50] };
  expect(knownAges(classes)).toEqual({ low: 20, high: 50 });
  const gender = { kind: "gender" as const, classes: ["male", "female"] as ("male" | "female")[] };
  expect(knownAges({ kind: "multi", heads: [gender, classes] })).toEqual({ low: 20, high: 50 });
  expect(knownAges({ kind: "age-posterior", bins: 101 })).toBeUndefined();
});
