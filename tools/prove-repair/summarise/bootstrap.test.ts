import { expect, test } from "vitest";
import { seededRandom } from "../../degrade/random.ts";
import { bootstrapMean } from "./bootstrap.ts";

const named = (values: number[]) => values.map((value, index) => ({ filename: String(index), value }));

test("the interval of a mean is that of the normal approximation", () => {
  const random = seededRandom("values");
  const values = Array.from({ length: 400 }, () => 10 + random());
  const figure = bootstrapMean(named(values));
  const halfWidth = 1.96 * Math.sqrt(1 / 12 / 400);
  expect(figure?.value).toBeCloseTo(10.5, 1);
  expect(((figure?.high ?? 0) - (figure?.low ?? 0)) / (2 * halfWidth)).toBeCloseTo(1, 0);
  expect(figure?.low).toBeLessThan(figure?.value ?? 0);
});

test("values of one picture count as one draw", () => {
  const values = named([0, 1, 0, 1, 0, 1, 0, 1]);
  const repeated = Array.from({ length: 50 }, () => values).flat();
  expect(bootstrapMean(repeated)).toEqual(bootstrapMean(values));
});

test("equal values leave no doubt, and no values have no mean", () => {
  expect(bootstrapMean(named([3, 3, 3]))).toEqual({ value: 3, low: 3, high: 3 });
  expect(bootstrapMean([])).toBeNull();
});
