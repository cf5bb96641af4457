import { expect, it } from "vitest";
import { ageHistogram, BIN_COUNT, medianAge } from "./bins.ts";

it("counts ages in groups of five years, rounded as they are shown", () => {
  const counts = ageHistogram([0, 4.4, 4.6, 30, 34, 35, 99, 103]);
  expect(counts).toHaveLength(BIN_COUNT);
  expect([counts[0], counts[1], counts[6], counts[7], counts[19]]).toEqual([2, 1, 2, 1, 2]);
  expect(counts.reduce((sum, count) => sum + count)).toBe(8);
});

it("takes the mean of the two in the middle", () => {
  expect(medianAge([40, 10, 30])).toBe(30);
  expect(medianAge([10, 30])).toBe(20);
  expect(medianAge([])).toBeUndefined();
});
