import { tensor4d } from "@tensorflow/tfjs-core";
import type { Similarity } from "../../math/index.ts";
import { alignReference } from "../align/reference.ts";
import type { Picture } from "../detect/detect.ts";
import { startWasmBackend } from "../estimate/backend.ts";
import { outputSizes } from "../estimate/heads.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import { Network } from "../estimate/network.ts";
import { normaliseReference } from "../estimate/normalise-reference.ts";
import { applySteps, type FilterStep } from "../filters/steps.ts";
import type { RgbImage } from "../image/rgb-image.ts";
import { measureReference } from "../metrics/reference.ts";
import type { PixelMetrics } from "../metrics/registry.ts";
import type { ApplyPlans } from "../quality/repair.ts";
import type { WasmReason } from "../types.ts";
import type { ComputeHost, CropPixels, FaceBatch, FaceCompute, FilteredCrop, RunOptions } from "./face-compute.ts";
import { PicturePixels } from "./picture-pixels.ts";
import { rowsOf } from "./rows.ts";

/** Starts WebAssembly; `reason` says to people why the GPU is not used. */
export async function startCpuHost(reason: WasmReason): Promise<ComputeHost> {
  await startWasmBackend();
  const pictures = new PicturePixels();
  return {
    device: { backend: "wasm", reason },
    open: async (model, files) => new CpuCompute(pictures, model, await Network.load(files)),
  };
}

/** Align and measure by the reference code, estimate in WebAssembly: slower than the GPU, the same numbers. */
class CpuCompute implements FaceCompute {
  readonly model: ModelEntry;
  readonly network: Network;
  readonly #pictures: PicturePixels;

  constructor(pictures: PicturePixels, model: ModelEntry, network: Network) {
    this.#pictures = pictures;
    this.model = model;
    this.network = network;
  }

  async run(
    picture: Picture,
    placements: readonly Similarity[],
    { withCrops, repairBeforeEstimate }: RunOptions,
  ): Promise<FaceBatch> {
    const { size } = this.model.input;
    const pixels = this.#pictures.read(picture);
    const crops = placements.map((placement) => alignReference(pixels, placement, size));
    const metrics = crops.map((crop) => measureReference(this.#toImage(crop)));
    let latest = crops.map((crop) => this.#toImage(crop));
    const repair: ApplyPlans = async (plans) => {
      latest = latest.map((image, face) => applySteps(image, plans[face] ?? []));
      return latest.map(measureReference);
    };
    await repairBeforeEstimate(metrics, repair);
    const networkOutputs = await this.#estimate(latest);
    const sizes = outputSizes(this.model.head);
    const outputs = crops.map((crop, face) => ({
      network: rowsOf(networkOutputs, face, sizes),
      metrics: metrics[face] as PixelMetrics,
      crop: withCrops ? crop : undefined,
    }));
    return { outputs, repair, repairedCrops: async () => latest.map(({ data }) => new Float32Array(data)) };
  }

  async filter(crop: CropPixels, steps: readonly FilterStep[]): Promise<FilteredCrop> {
    const filtered = applySteps(this.#toImage(crop), steps);
    return { crop: new Float32Array(filtered.data), metrics: measureReference(filtered) };
  }

  #toImage(crop: CropPixels): RgbImage {
    const { size } = this.model.input;
    return { width: size, height: size, data: crop };
  }

  async #estimate(images: readonly RgbImage[]): Promise<Float32Array[]> {
    const { size, ...normalisation } = this.model.input;
    const floats = size * size * 3;
    const input = new Float32Array(images.length * floats);
    images.forEach(({ data }, face) => {
      input.set(normaliseReference(data, normalisation), face * floats);
    });
    const tensor = tensor4d(input, [images.length, size, size, 3]);
    try {
      return await this.network.predictFloats(tensor);
    } finally {
      tensor.dispose();
    }
  }
}
