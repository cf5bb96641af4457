import { expect, test } from "vitest";
import { greyImage, redValues } from "../../image/testing/contract-images.ts";
import { autoGamma } from "./index.ts";

test("a flat picture comes to the wanted brightness, from either side", () => {
  const params = { strength: 1, brightness: 128, limit: 4 };
  for (const grey of [40, 200]) {
    expect(redValues(autoGamma.reference(greyImage(2, [grey, grey]), params))[0]).toBeCloseTo(128, 2);
  }
});

test("the limit bounds the exponent", () => {
  const params = { strength: 1, brightness: 128, limit: 2 };
  const [value] = redValues(autoGamma.reference(greyImage(1, [1]), params));
  expect(value).toBeCloseTo(255 * Math.sqrt(1 / 255), 2);
});

test("half the strength is the square root of the exponent", () => {
  const wanted = Math.log(128 / 255) / Math.log(64 / 255);
  const [value] = redValues(autoGamma.reference(greyImage(1, [64]), { strength: 0.5, brightness: 128, limit: 4 }));
  expect(value).toBeCloseTo(255 * (64 / 255) ** Math.sqrt(wanted), 2);
});
