import { tensor4d, zeros } from "@tensorflow/tfjs-core";
import { AlignPass } from "../../src/engine/align/align-pass.ts";
import { alignReference, type RgbaPicture } from "../../src/engine/align/reference.ts";
import { startWasmBackend, startWebGpuBackend } from "../../src/engine/estimate/backend.ts";
import { findModel, type ModelEntry } from "../../src/engine/estimate/manifest.ts";
import { Network } from "../../src/engine/estimate/network.ts";
import { FilterChain } from "../../src/engine/filters/filter-chain.ts";
import { applySteps, type FilterStep, mergePlans } from "../../src/engine/filters/steps.ts";
import { BufferPool } from "../../src/engine/gpu/buffer-pool.ts";
import { requestGpu } from "../../src/engine/gpu/device.ts";
import { PictureTexture } from "../../src/engine/gpu/picture-texture.ts";
import { Workspace } from "../../src/engine/image/workspace.ts";
import type { Backend } from "../../src/engine/index.ts";
import { loadManifest, loadModelFiles } from "../../src/engine/load/assets.ts";
import { MeasurePass } from "../../src/engine/metrics/measure-pass.ts";
import { measureReference } from "../../src/engine/metrics/reference.ts";
import type { Similarity } from "../../src/math/index.ts";

/** Milliseconds of one repetition. */
export interface StepTimes {
  /** Cutting all crops out of the picture. */
  readonly align: number;
  /** Measuring all crops, the longest plan there is on each of them, and measuring them again. */
  readonly repair: number;
  /** The network on all crops at once, until its posteriors can be read. */
  readonly network: number;
}

declare global {
  interface Window {
    /** Times what is done to a batch of faces, on a picture of noise, `repeats` times after WARM_UPS more that do not count. */
    timeBatches(backend: Backend, faces: number, repeats: number): Promise<StepTimes[]>;
  }
}

/** Frames of a video follow one another, and the browser compiles what runs often only after a while. */
const WARM_UPS = 3;

const PICTURE_SIDE_PX = 1024;
/** The crop covers twice as many pixels of the picture as it has itself: a face of a common size. */
const SOURCE_PIXELS_PER_CROP_PIXEL = 2;

type Step = () => Promise<unknown>;

async function timeOf(step: Step): Promise<number> {
  const started = performance.now();
  await step();
  return performance.now() - started;
}

function noisePicture(): RgbaPicture {
  const data = new Uint8ClampedArray(PICTURE_SIDE_PX ** 2 * 4);
  data.forEach((_, index) => {
    data[index] = index % 4 === 3 ? 255 : (index * 2_654_435_761) % 251;
  });
  return { width: PICTURE_SIDE_PX, height: PICTURE_SIDE_PX, data };
}

function placements(faces: number): Similarity<"crop", "picture">[] {
  return Array.from({ length: faces }, (_, face) => ({
    a: SOURCE_PIXELS_PER_CROP_PIXEL,
    b: 0,
    tx: 10 * face,
    ty: 100,
  }));
}

/** What is done to a batch of faces before the network. */
interface Steps {
  readonly align: Step;
  readonly repair: Step;
}

/** More than any plan holds: every filter that one may hold, in the plan's order, as costly as a plan makes it. */
const LONGEST_PLAN: readonly FilterStep[] = [
  { filterId: "median", params: { radius: 1 } },
  { filterId: "bilateral", params: { sigmaColour: 80, sigmaSpace: 1.5 } },
  { filterId: "auto-gamma", params: {} },
  { filterId: "clahe", params: {} },
  { filterId: "unsharp-mask", params: { amount: 1.2, sigma: 2.5, threshold: 5 } },
];

function stepsOnCpu(size: number, faces: number): Steps {
  const picture = noisePicture();
  const workspace = new Workspace();
  const crops = placements(faces).map((placement, face) => {
    const data = workspace.floats(`crop ${face}`, size * size * 3);
    return { placement, image: { width: size, height: size, data } };
  });
  return {
    align: async () => {
      for (const { placement, image } of crops) alignReference(picture, placement, size, image.data);
    },
    repair: async () => {
      for (const { image } of crops) {
        measureReference(image, workspace);
        measureReference(applySteps(image, LONGEST_PLAN, workspace), workspace);
      }
    },
  };
}

async function stepsOnGpu(device: GPUDevice, size: number, faces: number): Promise<Steps> {
  const { width, height, data } = noisePicture();
  const picture = await createImageBitmap(new ImageData(new Uint8ClampedArray(data), width, height));
  const buffers = new BufferPool(device);
  const texture = new PictureTexture(device);
  const align = new AlignPass(device, buffers, size);
  const measure = new MeasurePass(device, buffers, { width: size, height: size });
  const filters = new FilterChain(device, buffers, { width: size, height: size });
  const crops = buffers.atLeast("crops", faces * size * size * 12, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC);
  const plans = mergePlans(Array.from({ length: faces }, () => LONGEST_PLAN));
  const submitted = (record: (encoder: GPUCommandEncoder) => void) => {
    const encoder = device.createCommandEncoder({ label: "bench" });
    record(encoder);
    device.queue.submit([encoder.finish()]);
    return device.queue.onSubmittedWorkDone();
  };
  return {
    align: () => submitted((encoder) => align.record(encoder, texture.upload(picture), placements(faces), crops)),
    repair: () =>
      submitted((encoder) => {
        measure.record(encoder, crops, faces);
        measure.record(encoder, filters.record(encoder, crops, plans, faces), faces, "measurements after repair");
      }),
  };
}

/** Starts a backend and returns its steps. */
async function startBackend(backend: Backend, { input }: ModelEntry, faces: number): Promise<Steps> {
  if (backend === "wasm") {
    await startWasmBackend();
    return stepsOnCpu(input.size, faces);
  }
  const gpu = await requestGpu(true);
  if (!gpu) throw new Error("This browser offers no WebGPU.");
  await startWebGpuBackend(gpu);
  return stepsOnGpu(gpu.device, input.size, faces);
}

window.timeBatches = async (backend, faces, repeats) => {
  const places = { manifestUrl: new URL("models/manifest.json", document.baseURI).href };
  const entry = findModel(await loadManifest(places));
  const files = await loadModelFiles(places, entry, () => undefined);
  const { align, repair } = await startBackend(backend, entry, faces);
  const network = await Network.load(files);
  const { size } = entry.input;
  const input = tensor4d(await zeros([faces, size, size, 3]).data(), [faces, size, size, 3]);
  const estimate = () => network.predictFloats(input);
  const times: StepTimes[] = [];
  for (let repeat = 0; repeat < WARM_UPS + repeats; repeat++) {
    times.push({ align: await timeOf(align), repair: await timeOf(repair), network: await timeOf(estimate) });
  }
  return times.slice(WARM_UPS);
};
