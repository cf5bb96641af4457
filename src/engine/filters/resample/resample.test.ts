import { describe, expect, test } from "vitest";
import { fillImage } from "../../image/planes.ts";
import { greyImage, redValues } from "../../image/testing/contract-images.ts";
import { resample } from "./index.ts";

describe("resample", () => {
  test("bilinear, factor 2, by hand", () => {
    // Coarse pixels 10, 50 and 90 at 0.5, 2.5 and 4.5.
    const values = redValues(resample.reference(greyImage(6, [0, 20, 40, 60, 80, 100]), { factor: 2, method: 0 }));
    [10, 20, 40, 60, 80, 90].forEach((expected, index) => {
      expect(values[index]).toBeCloseTo(expected, 3);
    });
  });

  test.each([0, 1, 2])("method %d keeps a flat picture flat", (method) => {
    const values = redValues(
      resample.reference(
        fillImage({ width: 11, height: 7 }, () => 66),
        { factor: 2.7, method },
      ),
    );
    values.forEach((value) => {
      expect(value).toBeCloseTo(66, 3);
    });
  });

  test("bicubic and Lanczos keep more of a slow wave than bilinear", () => {
    const wave = fillImage({ width: 64, height: 8 }, (x) => 128 + 100 * Math.sin((2 * Math.PI * x) / 10));
    const lost = [0, 1, 2].map((method) => {
      const filtered = resample.reference(wave, { factor: 2, method });
      return filtered.data.reduce((sum, value, index) => sum + Math.abs(value - (wave.data[index] as number)), 0);
    });
    expect(lost[1]).toBeLessThan(0.5 * (lost[0] as number));
    expect(lost[2]).toBeLessThan(0.5 * (lost[0] as number));
  });
});
