import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { ageHeadOf, genderHeadOf, type Head, head, outputSizes } from "./heads.ts";

const groups = [
  { name: "young", low: 0, high: 29 },
  { name: "old", low: 30, high: 100 },
];
const gender = { kind: "gender", classes: ["male", "female"] };

const HEADS: [name: string, head: object, sizes: number[], says: string][] = [
  ["a posterior", { kind: "age-posterior", bins: 101 }, [101], "age"],
  ["a regression", { kind: "age-regression" }, [1], "age"],
  ["classes", { kind: "age-classes", ages: [20, 21, 22] }, [3], "age"],
  ["groups", { kind: "age-groups", groups }, [2], "age"],
  ["gender", gender, [2], "gender"],
  ["two heads", { kind: "multi", heads: [{ kind: "age-regression" }, gender] }, [1, 2], "age gender"],
];

describe.each(HEADS)("a head of %s", (_, json, sizes, says) => {
  it("is accepted, and its outputs are known", () => {
    const parsed: Head = v.parse(head, json);
    expect(outputSizes(parsed)).toEqual(sizes);
    const said = [ageHeadOf(parsed) && "age", genderHeadOf(parsed) && "gender"].filter(Boolean).join(" ");
    expect(said).toBe(says);
  });
});

it.each([
  ["ages that do not ascend", { kind: "age-classes", ages: [21, 20] }],
  ["groups that overlap", { kind: "age-groups", groups: [groups[0], { name: "old", low: 29, high: 60 }] }],
  ["a group that ends before it begins", { kind: "age-groups", groups: [{ name: "a", low: 9, high: 3 }, groups[1]] }],
  ["one gender twice", { kind: "gender", classes: ["male", "male"] }],
  ["two ages", { kind: "multi", heads: [{ kind: "age-regression" }, { kind: "age-posterior", bins: 101 }] }],
  ["an unknown kind", { kind: "age-guess" }],
])("refuses %s", (_, json) => {
  expect(v.safeParse(head, json).success).toBe(false);
});
