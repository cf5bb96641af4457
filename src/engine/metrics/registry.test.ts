import { expect, test } from "vitest";
import { decodeMeasurements } from "./registry.ts";

test("decodeMeasurements finishes mean and variance of each metric", () => {
  const floats = new Float32Array([0, 300, 120, 900, 120, 900, 6, 0, 0.25, 0.2, 0.5, 0.2]);
  expect(decodeMeasurements(floats)).toEqual({
    sharpness: 300,
    brightness: 120,
    contrast: 30,
    noise: Math.sqrt(Math.PI / 2),
    clippedShadows: 0.25,
    clippedHighlights: 0.5,
  });
});
