import { expect, it } from "vitest";
import type { ModelInfo } from "../../engine/index.ts";
import { genderFigures } from "./gender-model.ts";

const figures = { set: "test part", images: 2000, mae: null, intervalCoverage: null, genderAccuracy: 0.9 };
const model = (id: string, saysAge: boolean, saysGender: boolean) =>
  ({ id, saysAge, saysGender, metrics: saysGender ? [figures] : [] }) as unknown as ModelInfo;

const age = model("age", true, false);
const both = model("both", true, true);
const gender = model("gender", false, true);

it("takes the chosen model where it says both, else the one that does nothing else", () => {
  expect(genderFigures([age, both, gender], "both")).toEqual({ model: both, figures });
  expect(genderFigures([age, both, gender], "age")?.model).toBe(gender);
  expect(genderFigures([age, both], "age")?.model).toBe(both);
});

it("says so when there is none", () => {
  expect(genderFigures([age], "age")).toBeUndefined();
  expect(genderFigures(undefined, "age")).toBeUndefined();
});
