import { expect, test } from "vitest";
import { AGE_GROUPS, type AgeGroup, distanceToGroup, groupOfAge, groupOfRange } from "./age-groups.ts";

const named = (name: string) => AGE_GROUPS.find((group) => group.name === name) as AgeGroup;

test.each([
  [0, "0-2"],
  [2.99, "0-2"],
  [3, "3-9"],
  [9.5, "3-9"],
  [10, "10-19"],
  [29.999, "20-29"],
  [69, "60-69"],
  [70, "70+"],
  [116, "70+"],
])("%f years belong to %s", (years, name) => {
  expect(AGE_GROUPS[groupOfAge(years)]?.name).toBe(name);
});

test.each([
  [0, 2, 0],
  [60, 69, 7],
  [70, 120, 8],
  [24, 24, 3],
  [21, 25, 3],
  [25, 34, undefined],
])("whole ages %d … %d lie in group %s", (low, high, index) => {
  expect(groupOfRange(low, high)).toBe(index);
});

test("measures the distance to the nearest edge, with none above the oldest group", () => {
  const distances = [20, 25, 30, 17.5, 34].map((years) => distanceToGroup(years, named("20-29")));
  expect(distances).toEqual([0, 0, 0, 2.5, 4]);
  expect([distanceToGroup(101, named("70+")), distanceToGroup(64, named("70+"))]).toEqual([0, 6]);
});
