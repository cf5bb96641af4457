import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { downloadFloats, openTestGpu, type TestGpu, uploadFloats } from "../gpu/testing/gpu.ts";
import { CONTRACT_SIZES, contractImage, PATTERN_NAMES, stackImages } from "../image/testing/contract-images.ts";
import { MeasurePass } from "./measure-pass.ts";
import { decodeMeasurements, FLOATS_PER_FACE, PIXEL_METRIC_IDS } from "./metrics.ts";
import { measureReference } from "./reference.ts";

/** Relative to the value, with as much again absolutely: 32-bit sums over 16,384 pixels. */
const TOLERANCE = 1e-4;

let gpu: TestGpu;

beforeAll(async () => {
  gpu = await openTestGpu();
});

afterAll(() => {
  expect(gpu.errors).toEqual([]);
});

describe.each(CONTRACT_SIZES)("MeasurePass on $width×$height", ({ width, height }) => {
  test("equals the reference for all faces of one dispatch", async () => {
    const images = PATTERN_NAMES.map((pattern) => contractImage(pattern, width, height));
    const crops = uploadFloats(gpu, "crops", stackImages(images));
    const encoder = gpu.device.createCommandEncoder();
    const pass = new MeasurePass(gpu.device, gpu.buffers, { width, height });
    const results = pass.record(encoder, crops, images.length);
    gpu.device.queue.submit([encoder.finish()]);
    const floats = await downloadFloats(gpu, results, images.length * FLOATS_PER_FACE);
    images.forEach((image, face) => {
      const start = face * FLOATS_PER_FACE;
      const measured = decodeMeasurements(floats.subarray(start, start + FLOATS_PER_FACE));
      const expected = measureReference(image);
      for (const id of PIXEL_METRIC_IDS) {
        const error = Math.abs(measured[id] - expected[id]);
        expect(error, `${PATTERN_NAMES[face]} ${id}`).toBeLessThanOrEqual(TOLERANCE * (1 + expected[id]));
      }
    });
  });
});
