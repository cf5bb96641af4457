import type { PixelSize } from "../../math/index.ts";
import { BoundPass } from "../gpu/bound-pass.ts";
import type { BufferPool } from "../gpu/buffer-pool.ts";
import { ComputePass } from "../gpu/compute-pass.ts";
import { BufferUsage } from "../gpu/usage.ts";
import type { Filter } from "./filter.ts";
import { applyShader, prepareShader } from "./filter-shader.ts";

const WORKGROUP_SIDE = 8;

/** What `tables` may ask for at most: 16 tables of 256 numbers. */
const MOST_TABLE_FLOATS = 16 * 256;

/** One filter on the GPU, for crops of one size; all faces of a batch in one dispatch. */
export class FilterPass {
  readonly #buffers: BufferPool;
  readonly #filter: Filter;
  readonly #size: PixelSize;
  readonly #prepare: BoundPass | undefined;
  readonly #apply: BoundPass;

  constructor(device: GPUDevice, buffers: BufferPool, name: string, filter: Filter, size: PixelSize) {
    this.#buffers = buffers;
    this.#filter = filter;
    this.#size = size;
    const picture = {
      WIDTH: size.width,
      HEIGHT: size.height,
      ...(filter.prepare && { SCRATCH_FLOATS: scratchFloats(size) }),
    };
    if (filter.prepare) {
      const constants = { ...picture, ...(filter.prepare === "pixels" && { WORKGROUP_SIDE }) };
      this.#prepare = new BoundPass(new ComputePass(device, `${name}: prepare`, prepareShader(filter), constants));
    }
    this.#apply = new BoundPass(new ComputePass(device, name, applyShader(filter), { ...picture, WORKGROUP_SIDE }));
  }

  /**
   * Records the filter. `source` and `filtered`, two buffers, hold crops, [face, y, x, channel], 0…255; `params` holds
   * the filter's parameters in the order of its definition, [face, parameter].
   */
  record(encoder: GPUCommandEncoder, source: GPUBuffer, params: GPUBuffer, filtered: GPUBuffer, faces: number): void {
    const pixelGroups = [this.#groups(this.#size.width), this.#groups(this.#size.height), faces] as const;
    if (!this.#prepare || !this.#filter.prepare) {
      this.#apply.record(encoder, [source, params, filtered], pixelGroups);
      return;
    }
    const scratchBytes = 4 * scratchFloats(this.#size) * faces;
    const scratch = this.#buffers.atLeast("filter scratch", scratchBytes, BufferUsage.STORAGE);
    const prepareGroups =
      this.#filter.prepare === "pixels" ? pixelGroups : ([this.#filter.prepare.tables, 1, faces] as const);
    this.#prepare.record(encoder, [source, params, scratch], prepareGroups);
    this.#apply.record(encoder, [source, params, filtered, scratch], pixelGroups);
  }

  #groups(side: number): number {
    return Math.ceil(side / WORKGROUP_SIDE);
  }
}

/** Per face, and the same for every filter: filters of one batch share the buffer, so it must not grow between them. */
function scratchFloats({ width, height }: PixelSize): number {
  return Math.max(3 * width * height, MOST_TABLE_FLOATS);
}
