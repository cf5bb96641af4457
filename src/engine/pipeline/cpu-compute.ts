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
import { Workspace } from "../image/workspace.ts";
import { measureReference } from "../metrics/reference.ts";
import type { PixelMetrics } from "../metrics/registry.ts";
import type { ApplyPlans } from "../quality/repair.ts";
import type { WasmReason } from "../types.ts";
import type { ComputeHost, CropPixels, FaceBatch, FaceCompute, FilteredCrop, RunOptions } from "./face-compute.ts";
import { PicturePixels } from "./picture-pixels.ts";
import { rowsOf } from "./rows.ts";

const CHANNELS = 3;

/** Starts WebAssembly; `reason` says to people why the GPU is not used. */
export async function startCpuHost(reason: WasmReason): Promise<ComputeHost> {
  await startWasmBackend();
  const pictures = new PicturePixels();
  return {
    device: { backend: "wasm", reason },
    open: async (model, files) => new CpuCompute(pictures, model, await Network.load(files)),
  };
}

/**
 * Align, measure and filter by the reference code, estimate in WebAssembly: slower than the GPU, the same numbers. Crops
 * and everything on the way to the network are kept for the next picture, so that frames of a video make no new planes.
 */
class CpuCompute implements FaceCompute {
  readonly model: ModelEntry;
  readonly network: Network;
  readonly #pictures: PicturePixels;
  readonly #workspace = new Workspace();

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
    const crops = placements.map((placement, face) =>
      alignReference(pixels, placement, size, this.#plane("crop", face)),
    );
    let latest = crops.map((crop) => this.#toImage(crop));
    const measure = () => latest.map((image) => measureReference(image, this.#workspace));
    const metrics = measure();
    const repair: ApplyPlans = async (plans) => {
      latest = latest.map((image, face) => this.#repaired(image, plans[face] ?? [], face));
      return measure();
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
    const filtered = applySteps(this.#toImage(crop), steps, this.#workspace);
    return { crop: new Float32Array(filtered.data), metrics: measureReference(filtered, this.#workspace) };
  }

  /** A face's crop after a round of repairs: out of the way of the next face, which is filtered in the same workspace. */
  #repaired(image: RgbImage, plan: readonly FilterStep[], face: number): RgbImage {
    if (plan.length === 0) return image;
    const { data } = applySteps(image, plan, this.#workspace);
    const kept = this.#plane("repaired crop", face);
    kept.set(data);
    return this.#toImage(kept);
  }

  #plane(name: string, face: number): CropPixels {
    return this.#workspace.floats(`${name} ${face}`, this.model.input.size ** 2 * CHANNELS);
  }

  #toImage(crop: CropPixels): RgbImage {
    const { size } = this.model.input;
    return { width: size, height: size, data: crop };
  }

  async #estimate(images: readonly RgbImage[]): Promise<Float32Array[]> {
    const { size, ...normalisation } = this.model.input;
    const floats = size * size * CHANNELS;
    const input = this.#workspace.floats("network input", images.length * floats);
    images.forEach(({ data }, face) => {
      normaliseReference(data, normalisation, input.subarray(face * floats, (face + 1) * floats));
    });
    const tensor = tensor4d(input, [images.length, size, size, CHANNELS]);
    try {
      return await this.network.predictFloats(tensor);
    } finally {
      tensor.dispose();
    }
  }
}
