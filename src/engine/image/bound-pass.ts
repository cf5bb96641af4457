import type { ComputePass } from "../gpu/compute-pass.ts";

/** Bind groups keep their buffers alive; buffers that were replaced by larger ones are let go in time. */
const MOST_REMEMBERED = 16;

/** A compute pass that remembers what it bound, so that frames with the same buffers make no new bind group. */
export class BoundPass {
  readonly #pass: ComputePass;
  readonly #known = new Map<string, GPUBindGroup>();
  readonly #ids = new WeakMap<GPUBuffer, number>();
  #nextId = 0;

  constructor(pass: ComputePass) {
    this.#pass = pass;
  }

  /** Records one dispatch of `workgroups` (x, y, z) over `buffers`, in the order of their `@binding` numbers. */
  record(
    encoder: GPUCommandEncoder,
    buffers: readonly GPUBuffer[],
    workgroups: readonly [number, number, number],
  ): void {
    this.#pass.record(encoder, this.#bind(buffers), workgroups);
  }

  #bind(buffers: readonly GPUBuffer[]): GPUBindGroup {
    const key = buffers.map((buffer) => this.#id(buffer)).join();
    const known = this.#known.get(key);
    if (known) return known;
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    const group = this.#pass.bind(buffers);
    this.#known.set(key, group);
    return group;
  }

  #id(buffer: GPUBuffer): number {
    const id = this.#ids.get(buffer) ?? this.#nextId++;
    this.#ids.set(buffer, id);
    return id;
  }
}
