import { dispose, type Tensor, tensor } from "@tensorflow/tfjs-core";
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
import { MeasurePass } from "../metrics/measure-pass.ts";
import { decodeMeasurements, FLOATS_PER_FACE } from "../metrics/metrics.ts";
import type { ComputeHost, CropPixels, FaceBatch, FaceCompute, FaceOutput, FilteredCrop } from "./face-compute.ts";
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

  async run(picture: Picture, placements: readonly Similarity[], withCrops: boolean): Promise<FaceBatch> {
    const { gpu, buffers, picture: texture } = this.#shared;
    const { size } = this.model.input;
    const faces = placements.length;
    const cropBytes = faces * size * size * CHANNELS * FLOAT_BYTES;
    const storage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC;
    const crops = buffers.atLeast("crops", cropBytes, storage);
    const input = buffers.exactly("network input", cropBytes, storage);

    const encoder = gpu.device.createCommandEncoder({ label: "faces" });
    this.#align.record(encoder, texture.upload(picture as ImageBitmap), placements, crops);
    const metrics = this.#measure.record(encoder, crops, faces);
    this.#normalise.record(encoder, crops, input);
    gpu.device.queue.submit([encoder.finish()]);

    const sources = [{ buffer: metrics, bytes: faces * FLOATS_PER_FACE * FLOAT_BYTES }];
    if (withCrops) sources.push({ buffer: crops, bytes: cropBytes });
    const inputTensor = tensor({ buffer: input, zeroCopy: true }, [faces, size, size, CHANNELS]);
    const sizes = outputSizes(this.model.head);
    const { outputs: networkOutputs, others } = await this.#estimateAndRead(inputTensor, faces, sources);
    const [measurements, pixels] = others;
    throwOnError(gpu.takeError());
    const outputs = placements.map((_, face) => ({
      network: rowsOf(networkOutputs, face, sizes),
      metrics: decodeMeasurements(rowOf(measurements, face, FLOATS_PER_FACE)),
      crop: pixels && rowOf(pixels, face, size * size * CHANNELS),
    }));
    return this.#batch(outputs, crops);
  }

  async filter(crop: CropPixels, steps: readonly FilterStep[]): Promise<FilteredCrop> {
    const result = await this.#repair.filter(crop, steps);
    throwOnError(this.#shared.gpu.takeError());
    return result;
  }

  /** The crops of a run, which stay on the GPU until the next one. */
  #batch(outputs: readonly FaceOutput[], crops: GPUBuffer): FaceBatch {
    let latest = crops;
    return {
      outputs,
      repair: async (plans) => {
        const metrics = await this.#repair.round(latest, plans);
        throwOnError(this.#shared.gpu.takeError());
        latest = this.#repair.repaired(outputs.length);
        return metrics;
      },
      repairedCrops: () => this.#repair.repairedCrops(outputs.length),
    };
  }

  /** The input tensor shares our buffer: it is read to the end before anything may write to that buffer again. */
  async #estimateAndRead(input: Tensor, faces: number, others: readonly { buffer: GPUBuffer; bytes: number }[]) {
    const predicted = this.network.predict(input);
    const onGpu = predicted.map((output) => output.dataToGPU());
    try {
      const sizes = outputSizes(this.model.head);
      const sources = onGpu.map(({ buffer }, index) => ({
        buffer: buffer as GPUBuffer,
        bytes: faces * (sizes[index] as number) * FLOAT_BYTES,
      }));
      const floats = await this.#shared.readback.read([...sources, ...others]);
      return { outputs: floats.slice(0, sources.length), others: floats.slice(sources.length) };
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
