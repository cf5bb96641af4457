import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { downloadFloats, openTestGpu, type TestGpu, uploadFloats } from "../gpu/testing/gpu.ts";
import type { RgbImage } from "../image/rgb-image.ts";
import { CONTRACT_SIZES, contractImage, type PatternName, stackImages } from "../image/testing/contract-images.ts";
import { FILTER_IDS } from "./controls.ts";
import type { FilterParams } from "./filter.ts";
import { FilterChain } from "./filter-chain.ts";
import { FILTERS } from "./registry.ts";
import { contractParams } from "./testing/contract-params.ts";

/** Grey levels of 255 by which the GPU's 32-bit arithmetic may differ. */
const TOLERANCE = 0.01;

const PATTERNS: readonly PatternName[] = ["texture", "smooth", "dark"];

let gpu: TestGpu;

beforeAll(async () => {
  gpu = await openTestGpu();
});

afterAll(() => {
  expect(gpu.errors).toEqual([]);
});

describe.each(CONTRACT_SIZES)("$width×$height", (size) => {
  test.each(FILTER_IDS)("%s equals its reference for faces with different parameters", async (id) => {
    const filter = FILTERS[id];
    const faces = PATTERNS.flatMap((pattern) =>
      contractParams(filter).map((params) => ({
        image: contractImage(pattern, size.width, size.height),
        params,
        pattern,
      })),
    );
    const filtered = await onGpu(faces, (paramsPerFace) => [{ filterId: id, paramsPerFace }]);
    faces.forEach(({ image, params, pattern }, face) => {
      const difference = largestDifference(filtered[face] as Float32Array, filter.reference(image, params).data);
      expect(difference, `${pattern} ${JSON.stringify(params)}`).toBeLessThanOrEqual(TOLERANCE);
    });
  });

  /** Filters all faces in one submission and reads each back. */
  async function onGpu(
    faces: readonly { image: RgbImage; params: FilterParams }[],
    steps: (paramsPerFace: FilterParams[]) => Parameters<FilterChain["record"]>[2],
  ): Promise<Float32Array[]> {
    const crops = uploadFloats(gpu, "crops", stackImages(faces.map(({ image }) => image)));
    const encoder = gpu.device.createCommandEncoder();
    const chain = new FilterChain(gpu.device, gpu.buffers, size);
    const filtered = chain.record(encoder, crops, steps(faces.map(({ params }) => params)), faces.length);
    gpu.device.queue.submit([encoder.finish()]);
    const floats = 3 * size.width * size.height;
    const all = await downloadFloats(gpu, filtered, floats * faces.length);
    return faces.map((_, face) => all.subarray(face * floats, (face + 1) * floats));
  }
});

function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (b[index] as number))), 0);
}
