import type { PixelSize } from "../../math/index.ts";
import type { BufferPool } from "../gpu/buffer-pool.ts";
import { BufferUsage } from "../gpu/usage.ts";
import type { FilterId } from "./controls.ts";
import { FilterPass } from "./filter-pass.ts";
import { FILTERS } from "./registry.ts";
import type { BatchStep } from "./steps.ts";

/** Applies filters one after another to all crops of a batch on the GPU; filters are compiled when first needed. */
export class FilterChain {
  readonly #device: GPUDevice;
  readonly #buffers: BufferPool;
  readonly #size: PixelSize;
  readonly #passes = new Map<FilterId, FilterPass>();

  /** `size` is that of one crop, in pixels. */
  constructor(device: GPUDevice, buffers: BufferPool, size: PixelSize) {
    this.#device = device;
    this.#buffers = buffers;
    this.#size = size;
  }

  /**
   * Records `steps` over `crops`, [face, y, x, channel], 0…255, which stay as they are.
   *
   * Returns the buffer of the filtered crops, or `crops` when there is no step. Submit before recording again: a later
   * call writes its parameters and results over those of this one.
   */
  record(encoder: GPUCommandEncoder, crops: GPUBuffer, steps: readonly BatchStep[], faces: number): GPUBuffer {
    return steps.reduce((source, step, index) => {
      const filtered = this.#filtered(index % 2 === 0 ? "filtered crops" : "filtered crops, other", faces);
      this.#pass(step.filterId).record(encoder, source, this.#params(step, index), filtered, faces);
      return filtered;
    }, crops);
  }

  #filtered(name: string, faces: number): GPUBuffer {
    const bytes = 4 * 3 * this.#size.width * this.#size.height * faces;
    return this.#buffers.atLeast(name, bytes, BufferUsage.STORAGE | BufferUsage.COPY_SRC);
  }

  #params({ filterId, paramsPerFace }: BatchStep, index: number): GPUBuffer {
    const names = Object.keys(FILTERS[filterId].params);
    const floats = new Float32Array(paramsPerFace.flatMap((params) => names.map((name) => params[name] as number)));
    const usage = BufferUsage.STORAGE | BufferUsage.COPY_DST;
    const buffer = this.#buffers.atLeast(`filter parameters ${index}`, floats.byteLength, usage);
    this.#device.queue.writeBuffer(buffer, 0, floats);
    return buffer;
  }

  #pass(id: FilterId): FilterPass {
    const known = this.#passes.get(id);
    if (known) return known;
    const pass = new FilterPass(this.#device, this.#buffers, id, FILTERS[id], this.#size);
    this.#passes.set(id, pass);
    return pass;
  }
}
