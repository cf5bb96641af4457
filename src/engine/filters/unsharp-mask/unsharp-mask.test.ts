import { expect, test } from "vitest";
import { greyImage, redValues } from "../../image/testing/contract-images.ts";
import { unsharpMask } from "./index.ts";

const STEP = greyImage(6, [100, 100, 100, 140, 140, 140]);

test("overshoots on both sides of an edge, by as much", () => {
  const line = redValues(unsharpMask.reference(STEP, { amount: 1, sigma: 1 / 3, threshold: 0 }));
  const overshoot = (40 * Math.exp(-4.5)) / (1 + 2 * Math.exp(-4.5));
  expect(line[2]).toBeCloseTo(100 - overshoot, 3);
  expect(line[3]).toBeCloseTo(140 + overshoot, 3);
  expect(line[0]).toBeCloseTo(100, 3);
});

test("differences below the threshold stay", () => {
  const line = redValues(unsharpMask.reference(STEP, { amount: 3, sigma: 1, threshold: 20 }));
  line.forEach((value, index) => {
    expect(value).toBeCloseTo(index < 3 ? 100 : 140, 3);
  });
});
