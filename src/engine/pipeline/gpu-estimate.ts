import { dispose, tensor } from "@tensorflow/tfjs-core";
import { outputSizes } from "../estimate/heads.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import type { Network, Views } from "../estimate/network.ts";
import { NormalisePass } from "../estimate/normalise-pass.ts";
import type { ReadbackSource } from "../gpu/readback.ts";
import { BufferUsage } from "../gpu/usage.ts";
import { rowsOf } from "./crop-pixels.ts";
import type { GpuParts } from "./gpu-parts.ts";

const CHANNELS = 3;
const FLOAT_BYTES = 4;

/** Step 5 on the GPU: crops become the network's input and its outputs without leaving it. */
export class GpuEstimate {
  readonly #parts: GpuParts;
  readonly #model: ModelEntry;
  readonly #network: Network;
  readonly #normalise: NormalisePass;

  constructor(parts: GpuParts, model: ModelEntry, network: Network) {
    this.#parts = parts;
    this.#model = model;
    this.#network = network;
    this.#normalise = new NormalisePass(parts.device, model.input);
  }

  /** Records what turns the first `faces` crops of a buffer into the network's input, [faces, size, size, 3]. */
  record(encoder: GPUCommandEncoder, crops: GPUBuffer, faces: number): GPUBuffer {
    const usage = BufferUsage.STORAGE | BufferUsage.COPY_SRC;
    const input = this.#parts.buffers.exactly("network input", faces * this.#bytesPerCrop, usage);
    this.#normalise.record(encoder, crops, input);
    return input;
  }

  /**
   * Runs the network on an input whose recording was submitted. One wait brings its outputs, for each face one per head, and
   * `others` back.
   */
  async run(input: GPUBuffer, faces: number, views: Views, others: readonly ReadbackSource[] = []) {
    const { size } = this.#model.input;
    // The tensor shares our buffer: it is read to the end before anything may write to that buffer again.
    const tensorOnGpu = tensor({ buffer: input, zeroCopy: true }, [faces, size, size, CHANNELS]);
    const predicted = this.#network.predict(tensorOnGpu, views);
    const onGpu = predicted.map((output) => output.dataToGPU());
    try {
      const sizes = outputSizes(this.#model.head);
      const sources = onGpu.map(({ buffer }, head) => ({
        buffer: buffer as GPUBuffer,
        bytes: faces * (sizes[head] as number) * FLOAT_BYTES,
      }));
      const floats = await this.#parts.readback.read([...sources, ...others]);
      const perHead = floats.slice(0, sources.length);
      const outputs = Array.from({ length: faces }, (_, face) => rowsOf(perHead, face, sizes));
      return { outputs, others: floats.slice(sources.length) };
    } finally {
      dispose([...onGpu.map(({ tensorRef }) => tensorRef), ...predicted, tensorOnGpu]);
    }
  }

  /** Runs the network on the faces at the places `chosen` of a buffer of crops. */
  async runChosen(crops: GPUBuffer, chosen: readonly number[], views: Views): Promise<Float32Array[][]> {
    const { device, buffers } = this.#parts;
    const bytes = this.#bytesPerCrop;
    const usage = BufferUsage.STORAGE | BufferUsage.COPY_DST;
    const again = buffers.atLeast("crops to estimate again", chosen.length * bytes, usage);
    const encoder = device.createCommandEncoder({ label: "faces after repair" });
    chosen.forEach((face, place) => {
      encoder.copyBufferToBuffer(crops, face * bytes, again, place * bytes, bytes);
    });
    const input = this.record(encoder, again, chosen.length);
    device.queue.submit([encoder.finish()]);
    return (await this.run(input, chosen.length, views)).outputs;
  }

  get #bytesPerCrop(): number {
    return this.#model.input.size ** 2 * CHANNELS * FLOAT_BYTES;
  }
}
