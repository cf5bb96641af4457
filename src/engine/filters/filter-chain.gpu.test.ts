import { expect, test } from "vitest";
import { downloadFloats, openTestGpu, uploadFloats } from "../gpu/testing/gpu.ts";
import { contractImage, type PatternName, stackImages } from "../image/testing/contract-images.ts";
import { FILTER_IDS, type FilterId } from "./controls.ts";
import { FilterChain } from "./filter-chain.ts";
import { applySteps, type FilterStep, mergePlans } from "./steps.ts";

const SIZE = { width: 40, height: 24 };
const FLOATS = 3 * SIZE.width * SIZE.height;
const GENTLE_BLUR: FilterStep = { filterId: "gaussian", params: { sigma: 0.6 } };
const FACES: readonly PatternName[] = ["texture", "dark", "edges"];

/** Grey levels of 255: nine filters in a row, some of which steepen what the one before got wrong. */
const TOLERANCE = 0.05;

/** Bins jump: in tiles of 60 pixels, one luma at the edge of its bin moves the result by four levels. */
const JUMPY: readonly FilterId[] = ["histogram-equalisation", "clahe"];
const SMOOTH_IDS = FILTER_IDS.filter((id) => !JUMPY.includes(id));

test("different plans for three faces, recorded at once and again, equal the reference; the crops stay", async () => {
  const gpu = await openTestGpu();
  const plans: readonly FilterStep[][] = [SMOOTH_IDS.map((filterId) => ({ filterId, params: {} })), [], [GENTLE_BLUR]];
  const images = FACES.map((pattern) => contractImage(pattern, SIZE.width, SIZE.height));
  const crops = uploadFloats(gpu, "crops", stackImages(images));
  const chain = new FilterChain(gpu.device, gpu.buffers, SIZE);
  for (const round of ["first", "second"]) {
    const encoder = gpu.device.createCommandEncoder();
    const filtered = chain.record(encoder, crops, mergePlans(plans), images.length);
    gpu.device.queue.submit([encoder.finish()]);
    const values = await downloadFloats(gpu, filtered, FLOATS * images.length);
    images.forEach((image, face) => {
      const expected = applySteps(image, plans[face] as FilterStep[]).data;
      const worst = expected.reduce(
        (most, value, i) => Math.max(most, Math.abs(value - (values[face * FLOATS + i] as number))),
        0,
      );
      expect(worst, `${round} time, face ${face}`).toBeLessThanOrEqual(TOLERANCE);
    });
  }
  expect(await downloadFloats(gpu, crops, FLOATS * images.length)).toEqual(stackImages(images));
  expect(gpu.errors).toEqual([]);
});

test("no steps give the crops themselves", async () => {
  const gpu = await openTestGpu();
  const crops = uploadFloats(gpu, "crops", new Float32Array(FLOATS));
  const encoder = gpu.device.createCommandEncoder();
  expect(new FilterChain(gpu.device, gpu.buffers, SIZE).record(encoder, crops, [], 1)).toBe(crops);
});
