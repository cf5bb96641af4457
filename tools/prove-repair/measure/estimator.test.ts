import { expect, test } from "vitest";
import { quantile } from "../../../src/engine/estimate/decode.ts";
import { percentileOf } from "./estimator.ts";

const posterior = new Float32Array([0.1, 0.2, 0.4, 0.2, 0.1]);

test.each([0.5, 1.3, 2, 3.9])("the percentile of %f years is the quantile's inverse", (age) => {
  expect(quantile(posterior, percentileOf(posterior, age))).toBeCloseTo(age);
});

test("ages outside of the posterior lie at its ends", () => {
  expect([percentileOf(posterior, -1), percentileOf(posterior, 90)]).toEqual([0, 1]);
});
