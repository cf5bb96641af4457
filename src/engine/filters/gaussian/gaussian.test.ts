import { expect, test } from "vitest";
import { greyImage, redValues } from "../../image/testing/contract-images.ts";
import { gaussian } from "./index.ts";

test("one bright pixel spreads by the kernel's weights", () => {
  const line = redValues(gaussian.reference(greyImage(9, [0, 0, 0, 0, 100, 0, 0, 0, 0]), { sigma: 1 }));
  const sum = 1 + 2 * (Math.exp(-0.5) + Math.exp(-2) + Math.exp(-4.5));
  expect(line[4]).toBeCloseTo(100 / sum, 3);
  expect(line[3]).toBeCloseTo((100 * Math.exp(-0.5)) / sum, 3);
  expect(line[1]).toBeCloseTo((100 * Math.exp(-4.5)) / sum, 3);
});

test("borders are reflected without the edge pixel", () => {
  const sigma = 1 / 3; // one pixel to each side
  const weight = Math.exp(-4.5);
  const line = redValues(gaussian.reference(greyImage(2, [0, 90]), { sigma }));
  expect(line[0]).toBeCloseTo((90 * 2 * weight) / (1 + 2 * weight), 3);
});
