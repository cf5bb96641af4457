import { expect, test } from "vitest";
import { fillImage } from "../../image/planes.ts";
import { measureReference } from "../../metrics/reference.ts";
import { textureBoost } from "./index.ts";

const SIZE = { width: 48, height: 48 };
const PARAMS = { amount: 1, size: 3, edge: 20 };

/** By how much a pattern of wavelength `pixels` and amplitude `levels` gains contrast. */
function gain(pixels: number, levels: number): number {
  const image = fillImage(SIZE, (x) => 128 + levels * Math.sin((2 * Math.PI * x) / pixels));
  return measureReference(textureBoost.reference(image, PARAMS)).contrast / measureReference(image).contrast;
}

test("relief gains more than single-pixel grain and slow shading", () => {
  expect(gain(8, 5)).toBeGreaterThan(1.6);
  expect(gain(2.1, 5)).toBeLessThan(1.2);
  expect(gain(48, 5)).toBeLessThan(1.2);
});

test("edges gain less than relief", () => {
  expect(gain(8, 60)).toBeLessThan(gain(8, 5) - 0.2);
});
