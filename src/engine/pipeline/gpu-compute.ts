import { dispose, tensor } from "@tensorflow/tfjs-core";
import type { Similarity } from "../../math/index.ts";
import { AlignPass } from "../align/align-pass.ts";
import type { Picture } from "../detect/detect.ts";
import { EngineError } from "../errors.ts";
import { startWebGpuBackend } from "../estimate/backend.ts";
import { outputSizes } from "../estimate/heads.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import { Network } from "../estimate/network.ts";
import { NormalisePass } from "../estimate/normalise-pass.ts";
import type { FilterStep } from "../filters/steps.ts";
import { BufferPool } from "../gpu/buffer-pool.ts";
import { adapterName, type GpuContext } from "../gpu/device.ts";
import { PictureTexture } from "../gpu/picture-texture.ts";
import { Readback } from "../gpu/readback.ts";
import { BufferUsage } from "../gpu/usage.ts";
import { MeasurePass } from "../metrics/measure-pass.ts";
import { decodeMeasurements, FLOATS_PER_FACE } from "../metrics/metrics.ts";
import type { ApplyPlans } from "../quality/repair.ts";
import type {
  ComputeHost,
  CropPixels,
  FaceBatch,
  FaceCompute,
  FaceOutput,
  FilteredCrop,
  RepairBeforeEstimate,
  RunOptions,
} from "./face-compute.ts";
import { GpuRepair } from "./gpu-repair.ts";
import { rowOf, rowsOf } from "./rows.ts";

const CHANNELS = 3;
const FLOAT_BYTES = 4;

/** What all models on one GPU share. */
interface SharedParts {
  readonly gpu: GpuContext;
  readonly buffers: BufferPool;
  readonly picture: PictureTexture;
  readonly readback: Readback;
}

/** Puts TensorFlow.js on the GPU. */
export async function startGpuHost(gpu: GpuContext): Promise<ComputeHost> {
  await startWebGpuBackend(gpu);
  const buffers = new BufferPool(gpu.device);
  const shared = {
    gpu,
    buffers,
    picture: new PictureTexture(gpu.device),
    readback: new Readback(gpu.device, buffers),
  };
  return {
    device: { backend: "webgpu", adapter: adapterName(gpu.adapterInfo) },
    open: async (model, files) => new GpuCompute(shared, model, await Network.load(files)),
  };
}

/**
 * Align, measure and estimate on the GPU. Pixels stay there from the picture's texture to the network's outputs; one
 * readback brings outputs, metrics and (when asked for) crops of all faces back.
 */
class GpuCompute implements FaceCompute {
  readonly model: ModelEntry;
  readonly network: Network;
  readonly #shared: SharedParts;
  readonly #align: AlignPass;
  readonly #measure: MeasurePass;
  readonly #normalise: NormalisePass;
  readonly #repair: GpuRepair;

  constructor(shared: SharedParts, model: ModelEntry, network: Network) {
    const { device } = shared.gpu;
    const { size } = model.input;
    this.model = model;
    this.network = network;
    this.#shared = shared;
    this.#align = new AlignPass(device, shared.buffers, size);
    this.#measure = new MeasurePass(device, shared.buffers, { width: size, height: size });
    this.#normalise = new NormalisePass(device, model.input);
    this.#repair = new GpuRepair(device, shared.buffers, size);
  }

  async run(
    picture: Picture,
    placements: readonly Similarity[],
    { withCrops, repairBeforeEstimate }: RunOptions,
  ): Promise<FaceBatch> {
    const { gpu, buffers, picture: texture } = this.#shared;
    const { size } = this.model.input;
    const faces = placements.length;
    const cropBytes = faces * size * size * CHANNELS * FLOAT_BYTES;
    const crops = buffers.atLeast("crops", cropBytes, BufferUsage.STORAGE | BufferUsage.COPY_SRC);
    const encoder = gpu.device.createCommandEncoder({ label: "faces" });
    this.#align.record(encoder, texture.upload(picture as ImageBitmap), placements, crops);
    const metrics = this.#measure.record(encoder, crops, faces);
    const input = this.#recordInput(encoder, crops, faces);
    gpu.device.queue.submit([encoder.finish()]);

    const sources = [{ buffer: metrics, bytes: faces * FLOATS_PER_FACE * FLOAT_BYTES }];
    if (withCrops) sources.push({ buffer: crops, bytes: cropBytes });
    const { networks, others } = await this.#estimateAndRead(input, faces, sources);
    const [measurements, pixels] = others;
    throwOnError(gpu.takeError());
    const found = placements.map((_, face) => ({
      network: networks[face] as Float32Array[],
      metrics: decodeMeasurements(rowOf(measurements, face, FLOATS_PER_FACE)),
      crop: pixels && rowOf(pixels, face, size * size * CHANNELS),
    }));
    return this.#afterRepair(found, crops, repairBeforeEstimate);
  }

  async filter(crop: CropPixels, steps: readonly FilterStep[]): Promise<FilteredCrop> {
    const result = await this.#repair.filter(crop, steps);
    throwOnError(this.#shared.gpu.takeError());
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
      throwOnError(this.#shared.gpu.takeError());
      latest = this.#repair.repaired(found.length);
      return metrics;
    };
    const changed = await repairBeforeEstimate(
      found.map(({ metrics }) => metrics),
      repair,
    );
    const again = changed.length > 0 ? await this.#estimateSome(latest, changed) : [];
    const outputs = found.map((output, face) => {
      const network = again[changed.indexOf(face)];
      return network ? { ...output, network } : output;
    });
    return { outputs, repair, repairedCrops: () => this.#repair.repairedCrops(outputs.length) };
  }

  /** The network's outputs for some of the faces whose crops are in a buffer. */
  async #estimateSome(crops: GPUBuffer, faces: readonly number[]): Promise<Float32Array[][]> {
    const { gpu, buffers } = this.#shared;
    const cropBytes = this.model.input.size ** 2 * CHANNELS * FLOAT_BYTES;
    const usage = BufferUsage.STORAGE | BufferUsage.COPY_DST;
    const chosen = buffers.atLeast("crops to estimate again", faces.length * cropBytes, usage);
    const encoder = gpu.device.createCommandEncoder({ label: "faces after repair" });
    faces.forEach((face, place) => {
      encoder.copyBufferToBuffer(crops, face * cropBytes, chosen, place * cropBytes, cropBytes);
    });
    const input = this.#recordInput(encoder, chosen, faces.length);
    gpu.device.queue.submit([encoder.finish()]);
    const { networks } = await this.#estimateAndRead(input, faces.length, []);
    throwOnError(gpu.takeError());
    return networks;
  }

  /** Records what turns the first crops of a buffer into the network's input. */
  #recordInput(encoder: GPUCommandEncoder, crops: GPUBuffer, faces: number): GPUBuffer {
    const bytes = faces * this.model.input.size ** 2 * CHANNELS * FLOAT_BYTES;
    const input = this.#shared.buffers.exactly("network input", bytes, BufferUsage.STORAGE | BufferUsage.COPY_SRC);
    this.#normalise.record(encoder, crops, input);
    return input;
  }

  /** The input tensor shares our buffer: it is read to the end before anything may write to that buffer again. */
  async #estimateAndRead(buffer: GPUBuffer, faces: number, others: readonly { buffer: GPUBuffer; bytes: number }[]) {
    const { size } = this.model.input;
    const input = tensor({ buffer, zeroCopy: true }, [faces, size, size, CHANNELS]);
    const predicted = this.network.predict(input);
    const onGpu = predicted.map((output) => output.dataToGPU());
    try {
      const sizes = outputSizes(this.model.head);
      const sources = onGpu.map(({ buffer }, index) => ({
        buffer: buffer as GPUBuffer,
        bytes: faces * (sizes[index] as number) * FLOAT_BYTES,
      }));
      const floats = await this.#shared.readback.read([...sources, ...others]);
      const outputs = floats.slice(0, sources.length);
      const networks = Array.from({ length: faces }, (_, face) => rowsOf(outputs, face, sizes));
      return { networks, others: floats.slice(sources.length) };
    } finally {
      dispose([...onGpu.map(({ tensorRef }) => tensorRef), ...predicted, input]);
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
