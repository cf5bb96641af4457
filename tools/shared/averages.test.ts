import { expect, test } from "vitest";
import { mean, median } from "./averages.ts";

test("median of odd, even and no counts", () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7]);
  expect(median([])).toBeNaN();
});

test("mean, and none of nothing", () => {
  expect([mean([1, 2, 6]), mean([])]).toEqual([3, null]);
});
