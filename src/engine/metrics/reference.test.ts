import { describe, expect, test } from "vitest";
import { CONTRACT_SIZES, contractImage, greyImage, PATTERN_NAMES } from "../image/testing/contract-images.ts";
import { measureReference } from "./reference.ts";

describe("measureReference", () => {
  test("two grey pixels, by hand", () => {
    const metrics = measureReference(greyImage(2, [0, 100]));
    // Reflected borders: Laplacian 2·(100 − 0) = 200 and −200.
    expect(metrics.sharpness).toBeCloseTo(40_000, 1);
    expect(metrics.brightness).toBeCloseTo(50, 4);
    expect(metrics.contrast).toBeCloseTo(50, 4);
    expect(metrics.noise).toBeCloseTo(0, 4);
    expect(metrics.clippedShadows).toBe(0.5);
    expect(metrics.clippedHighlights).toBe(0);
  });

  test("one bright pixel of nine, by hand", () => {
    const metrics = measureReference(greyImage(3, [0, 0, 0, 0, 9, 0, 0, 0, 0]));
    // Laplacian: −36 in the middle, 18 on the four sides (the middle is seen twice), 0 in the corners.
    expect(metrics.sharpness).toBeCloseTo((36 ** 2 + 4 * 18 ** 2) / 9 - 4 ** 2, 3);
    // |N|: 36 everywhere: 4·9 in the middle, 2·2·9 on the sides, 4·9 in the corners.
    expect(metrics.noise).toBeCloseTo((36 * Math.sqrt(Math.PI / 2)) / 6, 4);
  });

  test("a flat picture has no sharpness, contrast or noise", () => {
    const { sharpness, contrast, noise, brightness } = measureReference(greyImage(4, Array(12).fill(77)));
    expect([sharpness, contrast, noise]).toEqual([0, 0, 0].map(() => expect.closeTo(0, 4)));
    expect(brightness).toBeCloseTo(77, 4);
  });

  test("shadows end at 5 and highlights begin at 250", () => {
    const { clippedShadows, clippedHighlights } = measureReference(greyImage(4, [5, 6, 249, 250]));
    expect([clippedShadows, clippedHighlights]).toEqual([0.25, 0.25]);
  });

  test("the noise estimate finds the deviation of Gaussian noise and is blind to a steep ramp", () => {
    const values = Array.from({ length: 128 * 128 }, (_, pixel) => 20 + (pixel % 128) * 1.5 + 8 * gaussian(pixel));
    expect(measureReference(greyImage(128, values)).noise / 8).toBeCloseTo(1, 1);
  });

  for (const { width, height } of CONTRACT_SIZES) {
    test.each(PATTERN_NAMES)(`${width}×${height} %s has finite metrics`, (pattern) => {
      const values = Object.values(measureReference(contractImage(pattern, width, height)));
      expect(values.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    });
  }
});

/** A standard normal number that depends on `seed` alone (Box and Muller over a hash by sines). */
function gaussian(seed: number): number {
  const uniform = (salt: number) => {
    const value = Math.sin(seed * 12.9898 + salt * 78.233) * 43758.5453;
    return value - Math.floor(value);
  };
  return Math.sqrt(-2 * Math.log(1 - uniform(1))) * Math.cos(2 * Math.PI * uniform(2));
}
