import { expect, it } from "vitest";
import { clamp, median } from "./numbers.ts";
import { zip } from "./zip.ts";

it("keeps a value between two ends", () => {
  expect([-1, 0.5, 7].map((value) => clamp(value, 0, 1))).toEqual([0, 0.5, 1]);
});

it("finds the middle of values in any order, and none among none", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 1, 2, 9])).toBe(5.5);
  expect(median([])).toBeNaN();
});

it("pairs arrays of one length only", () => {
  expect(zip(["a", "b"], [1, 2])).toEqual([
    ["a", 1],
    ["b", 2],
  ]);
  expect(() => zip([1, 2], [1])).toThrow(RangeError);
});
