import { describe, expect, test } from "vitest";
import { contractImage, type PatternName } from "../image/testing/contract-images.ts";
import vectors from "../image/testing/opencv-vectors.json" with { type: "json" };
import { FILTER_IDS, type FilterId } from "./controls.ts";
import { completeParams, type FilterParams } from "./filter.ts";
import { FILTERS } from "./registry.ts";

interface Vector {
  readonly filterId: FilterId;
  readonly params: FilterParams;
  readonly pattern: PatternName;
  readonly grey: boolean;
  readonly tolerance: number;
  readonly samples: readonly number[];
}

const VECTORS = vectors.filters as unknown as readonly Vector[];

describe("filters equal OpenCV's", () => {
  test.each(VECTORS)("$filterId $params", ({ filterId, params, pattern, grey, tolerance, samples }) => {
    const image = contractImage(pattern, vectors.width, vectors.height, grey);
    const filter = FILTERS[filterId];
    const filtered = filter.reference(image, completeParams(filter, params));
    samples.forEach((expected, sample) => {
      expect(Math.abs((filtered.data[sample * vectors.sampleStep] as number) - expected)).toBeLessThanOrEqual(
        tolerance,
      );
    });
  });

  test("name parameters in the order of the definition, for every filter", () => {
    for (const { filterId, params } of VECTORS) {
      expect(Object.keys(params), filterId).toEqual(Object.keys(FILTERS[filterId].params));
    }
    expect(new Set(VECTORS.map(({ filterId }) => filterId))).toEqual(new Set(FILTER_IDS));
  });
});
