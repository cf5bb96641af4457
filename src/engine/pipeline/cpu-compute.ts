import { tensor4d } from "@tensorflow/tfjs-core";
import { type Similarity, zip } from "../../math/index.ts";
import { alignReference, type RgbaPicture } from "../align/reference.ts";
import type { WasmReason } from "../api.ts";
import type { Picture } from "../detect/picture.ts";
import { startWasmBackend } from "../estimate/backend.ts";
import { outputSizes } from "../estimate/heads.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import { Network, type Views } from "../estimate/network.ts";
import { normaliseReference } from "../estimate/normalise-reference.ts";
import { applySteps, type FilterStep } from "../filters/steps.ts";
import type { RgbImage } from "../image/rgb-image.ts";
import { Workspace } from "../image/workspace.ts";
import { measureReference } from "../metrics/reference.ts";
import type { PixelMetrics } from "../metrics/registry.ts";
import type { FileUrls } from "../worker/config.ts";
import { type CropPixels, rowsOf } from "./crop-pixels.ts";
import type { ComputeHost, FaceBatch, FaceCompute, FilteredCrop, MeasuredCrop } from "./face-compute.ts";

const CHANNELS = 3;

/** Starts WebAssembly, from where `files` says; `reason` says to people why the GPU is not used. */
export async function startCpuHost(reason: WasmReason, files?: FileUrls): Promise<ComputeHost> {
  await startWasmBackend(files);
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

  align(picture: Picture, placements: readonly Similarity<"crop", "picture">[], views: Views): FaceBatch {
    const { size } = this.model.input;
    const pixels = this.#pictures.read(picture);
    const crops = placements.map((placement, face) =>
      alignReference(pixels, placement, size, planeOf(this.#workspace, size, "crop", face)),
    );
    return new CpuBatch(this, this.#workspace, crops, views);
  }

  async filter(crop: CropPixels, steps: readonly FilterStep[]): Promise<FilteredCrop> {
    const filtered = applySteps(toImage(crop, this.model.input.size), steps, this.#workspace);
    return { crop: new Float32Array(filtered.data), metrics: measureReference(filtered, this.#workspace) };
  }
}

/** The crops of a picture's faces, [size, size, 3] each, as repaired so far. */
class CpuBatch implements FaceBatch {
  readonly #model: ModelEntry;
  readonly #network: Network;
  readonly #workspace: Workspace;
  readonly #views: Views;
  #crops: readonly CropPixels[];

  constructor(
    { model, network }: Pick<FaceCompute, "model" | "network">,
    workspace: Workspace,
    crops: readonly CropPixels[],
    views: Views,
  ) {
    this.#model = model;
    this.#network = network;
    this.#workspace = workspace;
    this.#crops = crops;
    this.#views = views;
  }

  async measure({ withCrops }: { readonly withCrops: boolean }): Promise<MeasuredCrop[]> {
    return this.#crops.map((crop) => ({ metrics: this.#measured(crop), crop: withCrops ? crop : undefined }));
  }

  async repair(plans: readonly (readonly FilterStep[])[]): Promise<PixelMetrics[]> {
    this.#crops = zip(this.#crops, plans).map(([crop, plan], face) => this.#filtered(crop, plan, face));
    return this.#crops.map((crop) => this.#measured(crop));
  }

  async estimate(): Promise<Float32Array[][]> {
    const { input, head } = this.#model;
    const { size, ...normalisation } = input;
    const faces = this.#crops.length;
    const floats = size * size * CHANNELS;
    const values = this.#workspace.floats("network input", faces * floats);
    this.#crops.forEach((crop, face) => {
      normaliseReference(crop, normalisation, values.subarray(face * floats, (face + 1) * floats));
    });
    const tensor = tensor4d(values, [faces, size, size, CHANNELS]);
    try {
      const outputs = await this.#network.predictFloats(tensor, this.#views);
      return this.#crops.map((_, face) => rowsOf(outputs, face, outputSizes(head)));
    } finally {
      tensor.dispose();
    }
  }

  async crops(): Promise<CropPixels[]> {
    return this.#crops.map((crop) => new Float32Array(crop));
  }

  /** Filtered in the workspace that all faces share, and then taken out of the next one's way. */
  #filtered(crop: CropPixels, plan: readonly FilterStep[], face: number): CropPixels {
    const { size } = this.#model.input;
    if (plan.length === 0) return crop;
    const { data } = applySteps(toImage(crop, size), plan, this.#workspace);
    const kept = planeOf(this.#workspace, size, "repaired crop", face);
    kept.set(data);
    return kept;
  }

  #measured(crop: CropPixels): PixelMetrics {
    return measureReference(toImage(crop, this.#model.input.size), this.#workspace);
  }
}

/** Reads pictures on the processor, on one canvas that is replaced only when the pictures' size changes. */
class PicturePixels {
  #context: OffscreenCanvasRenderingContext2D | undefined;

  /** All pixels of `picture`. */
  read(picture: Picture): RgbaPicture {
    const { width, height } = picture;
    const context = this.#contextOf(width, height);
    context.clearRect(0, 0, width, height);
    context.drawImage(picture, 0, 0);
    return context.getImageData(0, 0, width, height);
  }

  #contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
    const canvas = this.#context?.canvas;
    if (this.#context && canvas?.width === width && canvas.height === height) return this.#context;
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("This browser gives no 2-D canvas in a worker.");
    this.#context = context;
    return context;
  }
}

function toImage(crop: CropPixels, size: number): RgbImage {
  return { width: size, height: size, data: crop };
}

function planeOf(workspace: Workspace, size: number, name: string, face: number): CropPixels {
  return workspace.floats(`${name} ${face}`, size ** 2 * CHANNELS);
}
