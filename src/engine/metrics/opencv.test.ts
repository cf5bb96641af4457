import { expect, test } from "vitest";
import { contractImage, type PatternName } from "../image/testing/contract-images.ts";
import vectors from "../image/testing/opencv-vectors.json" with { type: "json" };
import { measureReference } from "./reference.ts";
import { PIXEL_METRIC_IDS } from "./registry.ts";

test.each(vectors.metrics)(
  "metrics of $pattern $width×$height equal OpenCV's",
  ({ pattern, width, height, values }) => {
    const metrics = measureReference(contractImage(pattern as PatternName, width, height));
    expect(Object.keys(values)).toEqual(PIXEL_METRIC_IDS);
    for (const id of PIXEL_METRIC_IDS) {
      expect(Math.abs(metrics[id] - values[id]), id).toBeLessThanOrEqual(1e-4 * (1 + values[id]));
    }
  },
);
