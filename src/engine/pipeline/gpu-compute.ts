import { tensor } from "@tensorflow/tfjs-core";
import type { Similarity } from "../../math/index.ts";
import { AlignPass } from "../align/align-pass.ts";
import type { Picture } from "../detect/detect.ts";
import { EngineError } from "../errors.ts";
import { startWebGpuBackend } from "../estimate/backend.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import { Network, type NetworkFiles } from "../estimate/network.ts";
import { NormalisePass } from "../estimate/normalise-pass.ts";
import type { FilterStep } from "../filters/steps.ts";
import { BufferPool } from "../gpu/buffer-pool.ts";
import { adapterName, type GpuContext } from "../gpu/device.ts";
import { PictureTexture } from "../gpu/picture-texture.ts";
import { Readback } from "../gpu/readback.ts";
import { MeasurePass } from "../metrics/measure-pass.ts";
import { decodeMeasurements, FLOATS_PER_FACE } from "../metrics/metrics.ts";
import type { ApplyPlans } from "../quality/repair.ts";
import type { Device } from "../types.ts";
import type {
  CropPixels,
  FaceBatch,
  FaceCompute,
  FaceOutput,
  FilteredCrop,
  RepairBeforeEstimate,
  RunOptions,
} from "./face-compute.ts";
import { GpuRepair } from "./gpu-repair.ts";
import { rowOf } from "./rows.ts";

const CHANNELS = 3;
const FLOAT_BYTES = 4;

/**
 * Align, measure and estimate on the GPU. Pixels stay there from the picture's texture to the posterior; one readback
 * brings posteriors, metrics and (when asked for) crops of all faces back.
 */
export class GpuCompute implements FaceCompute {
  readonly device: Device;
  readonly #gpu: GpuContext;
  readonly #model: ModelEntry;
  readonly #network: Network;
  readonly #buffers: BufferPool;
  readonly #picture: PictureTexture;
  readonly #align: AlignPass;
  readonly #measure: MeasurePass;
  readonly #normalise: NormalisePass;
  readonly #readback: Readback;
  readonly #repair: GpuRepair;

  private constructor(gpu: GpuContext, model: ModelEntry, network: Network) {
    const { device } = gpu;
    this.device = { backend: "webgpu", adapter: adapterName(gpu.adapterInfo) };
    this.#gpu = gpu;
    this.#model = model;
    this.#network = network;
    this.#buffers = new BufferPool(device);
    this.#picture = new PictureTexture(device);
    this.#align = new AlignPass(device, this.#buffers, model.input.size);
    this.#measure = new MeasurePass(device, this.#buffers, { width: model.input.size, height: model.input.size });
    this.#normalise = new NormalisePass(device, model.input);
    this.#readback = new Readback(device, this.#buffers);
    this.#repair = new GpuRepair(device, this.#buffers, model.input.size);
  }

  static async create(gpu: GpuContext, model: ModelEntry, files: NetworkFiles): Promise<GpuCompute> {
    await startWebGpuBackend(gpu);
    return new GpuCompute(gpu, model, await Network.load(files));
  }

  async run(
    picture: Picture,
    placements: readonly Similarity[],
    { withCrops, repairBeforeEstimate }: RunOptions,
  ): Promise<FaceBatch> {
    const { device } = this.#gpu;
    const { size } = this.#model.input;
    const faces = placements.length;
    const cropBytes = faces * size * size * CHANNELS * FLOAT_BYTES;
    const storage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC;
    const crops = this.#buffers.atLeast("crops", cropBytes, storage);
    const encoder = device.createCommandEncoder({ label: "faces" });
    this.#align.record(encoder, this.#picture.upload(picture as ImageBitmap), placements, crops);
    const metrics = this.#measure.record(encoder, crops, faces);
    const input = this.#recordInput(encoder, crops, faces);
    device.queue.submit([encoder.finish()]);

    const sources = [{ buffer: metrics, bytes: faces * FLOATS_PER_FACE * FLOAT_BYTES }];
    if (withCrops) sources.push({ buffer: crops, bytes: cropBytes });
    const [posteriors, measurements, pixels] = await this.#estimateAndRead(input, faces, sources);
    throwOnError(this.#gpu.takeError());
    const found = placements.map((_, face) => ({
      posterior: rowOf(posteriors, face, this.#model.head.bins),
      metrics: decodeMeasurements(rowOf(measurements, face, FLOATS_PER_FACE)),
      crop: pixels && rowOf(pixels, face, size * size * CHANNELS),
    }));
    return this.#afterRepair(found, crops, repairBeforeEstimate);
  }

  async filter(crop: CropPixels, steps: readonly FilterStep[]): Promise<FilteredCrop> {
    const result = await this.#repair.filter(crop, steps);
    throwOnError(this.#gpu.takeError());
    return result;
  }

  /**
   * Estimates again what is repaired before the estimate. Faces that are read as they were found, nearly all, thereby cost
   * neither a second pass nor a second wait.
   */
  async #afterRepair(
    found: readonly FaceOutput[],
    crops: GPUBuffer,
    repairBeforeEstimate: RepairBeforeEstimate,
  ): Promise<FaceBatch> {
    let latest = crops;
    const repair: ApplyPlans = async (plans) => {
      const metrics = await this.#repair.round(latest, plans);
      throwOnError(this.#gpu.takeError());
      latest = this.#repair.repaired(found.length);
      return metrics;
    };
    const changed = await repairBeforeEstimate(
      found.map(({ metrics }) => metrics),
      repair,
    );
    const posteriors = changed.length > 0 ? await this.#estimateSome(latest, changed) : [];
    const outputs = found.map((output, face) => {
      const posterior = posteriors[changed.indexOf(face)];
      return posterior ? { ...output, posterior } : output;
    });
    return { outputs, repair, repairedCrops: () => this.#repair.repairedCrops(outputs.length) };
  }

  /** Posteriors of some of the faces whose crops are in a buffer. */
  async #estimateSome(crops: GPUBuffer, faces: readonly number[]): Promise<Float32Array[]> {
    const cropBytes = this.#model.input.size ** 2 * CHANNELS * FLOAT_BYTES;
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
    const chosen = this.#buffers.atLeast("crops to estimate again", faces.length * cropBytes, usage);
    const encoder = this.#gpu.device.createCommandEncoder({ label: "faces after repair" });
    faces.forEach((face, place) => {
      encoder.copyBufferToBuffer(crops, face * cropBytes, chosen, place * cropBytes, cropBytes);
    });
    const input = this.#recordInput(encoder, chosen, faces.length);
    this.#gpu.device.queue.submit([encoder.finish()]);
    const [posteriors] = await this.#estimateAndRead(input, faces.length, []);
    throwOnError(this.#gpu.takeError());
    return faces.map((_, place) => rowOf(posteriors, place, this.#model.head.bins));
  }

  /** Records what turns the first crops of a buffer into the network's input. */
  #recordInput(encoder: GPUCommandEncoder, crops: GPUBuffer, faces: number): GPUBuffer {
    const bytes = faces * this.#model.input.size ** 2 * CHANNELS * FLOAT_BYTES;
    const input = this.#buffers.exactly("network input", bytes, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC);
    this.#normalise.record(encoder, crops, input);
    return input;
  }

  /** The input tensor shares our buffer: it is read to the end before anything may write to that buffer again. */
  async #estimateAndRead(
    buffer: GPUBuffer,
    faces: number,
    others: readonly { buffer: GPUBuffer; bytes: number }[],
  ): Promise<Float32Array<ArrayBuffer>[]> {
    const {
      input: { size },
      head: { bins },
    } = this.#model;
    const input = tensor({ buffer, zeroCopy: true }, [faces, size, size, CHANNELS]);
    const output = this.#network.predict(input);
    const onGpu = output.dataToGPU();
    try {
      const posteriors = { buffer: onGpu.buffer as GPUBuffer, bytes: faces * bins * FLOAT_BYTES };
      return await this.#readback.read([posteriors, ...others]);
    } finally {
      onGpu.tensorRef.dispose();
      output.dispose();
      input.dispose();
    }
  }
}

function throwOnError(error: GPUError | undefined): void {
  if (error === undefined) return;
  if (error instanceof GPUOutOfMemoryError) {
    throw new EngineError(
      "out-of-memory",
      "The graphics memory is full: close other tabs or choose a smaller picture.",
    );
  }
  throw new EngineError("internal", `The graphics processor reported an error: ${error.message}`);
}
