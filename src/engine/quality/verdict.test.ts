import { expect, test } from "vitest";
import { failedChecks, THRESHOLDS } from "./verdict.ts";

const GOOD = { sharpness: 300, brightness: 120, contrast: 50, resolutionPx: 240 };

test("a good face meets every standard", () => {
  expect(failedChecks(GOOD)).toEqual([]);
});

test.each([
  ["blurry", { sharpness: 99 }, "below", 100],
  ["noisy", { sharpness: 1001 }, "above", 1000],
  ["dark", { brightness: 49 }, "below", 50],
  ["bright", { brightness: 201 }, "above", 200],
  ["flat", { contrast: 9 }, "below", 10],
  ["noisy", { contrast: 101 }, "above", 100],
  ["small", { resolutionPx: 99 }, "below", 100],
] as const)("%s: %o is %s %d", (check, change, direction, limit) => {
  const [metric, value] = Object.entries(change)[0] as [string, number];
  expect(failedChecks({ ...GOOD, ...change })).toEqual([{ check, metric, direction, limit, value }]);
});

test("the limits themselves pass", () => {
  for (const { metric, limit } of THRESHOLDS) expect(failedChecks({ ...GOOD, [metric]: limit })).toEqual([]);
});

test("several failures come together", () => {
  const failed = failedChecks({ sharpness: 5, brightness: 20, contrast: 4, resolutionPx: 40 });
  expect(failed.map(({ check }) => check)).toEqual(["blurry", "dark", "flat", "small"]);
});
