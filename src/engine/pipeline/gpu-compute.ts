import type { Similarity } from "../../math/index.ts";
import { AlignPass } from "../align/align-pass.ts";
import type { Picture } from "../detect/picture.ts";
import { startWebGpuBackend } from "../estimate/backend.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import { Network, type Views } from "../estimate/network.ts";
import type { FilterStep } from "../filters/steps.ts";
import { adapterName, type GpuContext } from "../gpu/device.ts";
import { BufferUsage } from "../gpu/usage.ts";
import { MeasurePass } from "../metrics/measure-pass.ts";
import type { CropPixels } from "./crop-pixels.ts";
import type { ComputeHost, FaceBatch, FaceCompute, FilteredCrop } from "./face-compute.ts";
import { GpuBatch } from "./gpu-batch.ts";
import { GpuEstimate } from "./gpu-estimate.ts";
import { createGpuParts, type GpuParts } from "./gpu-parts.ts";
import { GpuRepair } from "./gpu-repair.ts";

const CHANNELS = 3;
const FLOAT_BYTES = 4;

/** Puts TensorFlow.js on the GPU. */
export async function startGpuHost(gpu: GpuContext): Promise<ComputeHost> {
  await startWebGpuBackend(gpu);
  const parts = createGpuParts(gpu);
  return {
    device: { backend: "webgpu", adapter: adapterName(gpu.adapterInfo) },
    open: async (model, files) => new GpuCompute(parts, model, await Network.load(files)),
  };
}

/** One model on the GPU. Pixels stay there from the picture's texture to the network's outputs. */
class GpuCompute implements FaceCompute {
  readonly model: ModelEntry;
  readonly network: Network;
  readonly #parts: GpuParts;
  readonly #align: AlignPass;
  readonly #measure: MeasurePass;
  readonly #repair: GpuRepair;
  readonly #estimate: GpuEstimate;

  constructor(parts: GpuParts, model: ModelEntry, network: Network) {
    const { device, buffers } = parts;
    const { size } = model.input;
    this.model = model;
    this.network = network;
    this.#parts = parts;
    this.#align = new AlignPass(device, buffers, size);
    this.#measure = new MeasurePass(device, buffers, { width: size, height: size });
    this.#repair = new GpuRepair(parts, size);
    this.#estimate = new GpuEstimate(parts, model, network);
  }

  align(picture: Picture, placements: readonly Similarity<"crop", "picture">[], views: Views): FaceBatch {
    const { device, buffers, picture: texture, readback } = this.#parts;
    const faces = placements.length;
    const floatsPerCrop = this.model.input.size ** 2 * CHANNELS;
    const usage = BufferUsage.STORAGE | BufferUsage.COPY_SRC;
    const crops = buffers.atLeast("crops", faces * floatsPerCrop * FLOAT_BYTES, usage);
    const encoder = device.createCommandEncoder({ label: "faces" });
    this.#align.record(encoder, texture.upload(picture as ImageBitmap), placements, crops);
    const measurements = this.#measure.record(encoder, crops, faces);
    const networkInput = this.#estimate.record(encoder, crops, faces);
    device.queue.submit([encoder.finish()]);
    const workers = { readback, repair: this.#repair, estimate: this.#estimate };
    return new GpuBatch(workers, { faces, floatsPerCrop, crops, measurements, networkInput, views });
  }

  filter(crop: CropPixels, steps: readonly FilterStep[]): Promise<FilteredCrop> {
    return this.#repair.filter(crop, steps);
  }
}
