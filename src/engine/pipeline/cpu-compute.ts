import { tensor4d } from "@tensorflow/tfjs-core";
import type { Similarity } from "../../math/index.ts";
import { alignReference, type RgbaPicture } from "../align/reference.ts";
import type { Picture } from "../detect/detect.ts";
import { startWasmBackend } from "../estimate/backend.ts";
import { outputSizes } from "../estimate/heads.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import { Network } from "../estimate/network.ts";
import { normaliseReference } from "../estimate/normalise-reference.ts";
import { applySteps, type FilterStep } from "../filters/steps.ts";
import type { RgbImage } from "../image/rgb-image.ts";
import { measureReference } from "../metrics/reference.ts";
import type { WasmReason } from "../types.ts";
import type { ComputeHost, CropPixels, FaceBatch, FaceCompute, FaceOutput, FilteredCrop } from "./face-compute.ts";
import { rowsOf } from "./rows.ts";

/** Starts WebAssembly; `reason` says to people why the GPU is not used. */
export async function startCpuHost(reason: WasmReason): Promise<ComputeHost> {
  await startWasmBackend();
  return {
    device: { backend: "wasm", reason },
    open: async (model, files) => new CpuCompute(model, await Network.load(files)),
  };
}

/** Align and measure by the reference code, estimate in WebAssembly: slower than the GPU, the same numbers. */
class CpuCompute implements FaceCompute {
  readonly model: ModelEntry;
  readonly network: Network;

  constructor(model: ModelEntry, network: Network) {
    this.model = model;
    this.network = network;
  }

  async run(picture: Picture, placements: readonly Similarity[], withCrops: boolean): Promise<FaceBatch> {
    const { size, ...normalisation } = this.model.input;
    const pixels = readPixels(picture);
    const crops = placements.map((placement) => alignReference(pixels, placement, size));
    const input = new Float32Array(placements.length * size * size * 3);
    crops.forEach((crop, face) => {
      input.set(normaliseReference(crop, normalisation), face * crop.length);
    });
    const networkOutputs = await this.#predict(input, placements.length);
    const sizes = outputSizes(this.model.head);
    const outputs = crops.map((crop, face) => ({
      network: rowsOf(networkOutputs, face, sizes),
      metrics: measureReference({ width: size, height: size, data: crop }),
      crop: withCrops ? crop : undefined,
    }));
    return this.#batch(outputs, crops);
  }

  async filter(crop: CropPixels, steps: readonly FilterStep[]): Promise<FilteredCrop> {
    const filtered = applySteps(this.#toImage(crop), steps);
    return { crop: new Float32Array(filtered.data), metrics: measureReference(filtered) };
  }

  #batch(outputs: readonly FaceOutput[], crops: readonly CropPixels[]): FaceBatch {
    let latest = crops.map((crop) => this.#toImage(crop));
    return {
      outputs,
      repair: async (plans) => {
        latest = latest.map((image, face) => applySteps(image, plans[face] ?? []));
        return latest.map(measureReference);
      },
      repairedCrops: async () => latest.map(({ data }) => new Float32Array(data)),
    };
  }

  #toImage(crop: CropPixels): RgbImage {
    const { size } = this.model.input;
    return { width: size, height: size, data: crop };
  }

  async #predict(input: Float32Array, faces: number): Promise<Float32Array[]> {
    const { size } = this.model.input;
    const tensor = tensor4d(input, [faces, size, size, 3]);
    try {
      return await this.network.predictFloats(tensor);
    } finally {
      tensor.dispose();
    }
  }
}

function readPixels(picture: Picture): RgbaPicture {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser gives no 2-D canvas in a worker.");
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, picture.width, picture.height);
}
