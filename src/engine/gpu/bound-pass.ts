import type { Binding, ComputePass } from "./compute-pass.ts";

/** Bind groups keep their buffers alive; buffers that were replaced by larger ones are let go in time. */
const MOST_REMEMBERED = 16;

/** A compute pass that remembers what it bound, so that batches with the same resources make no new bind group. */
export class BoundPass {
  readonly #pass: ComputePass;
  readonly #known = new Map<string, GPUBindGroup>();
  readonly #ids = new WeakMap<Binding, number>();
  #nextId = 0;

  constructor(pass: ComputePass) {
    this.#pass = pass;
  }

  /** Records one dispatch of `workgroups` (x, y, z) over `bindings`, in the order of their `@binding` numbers. */
  record(
    encoder: GPUCommandEncoder,
    bindings: readonly Binding[],
    workgroups: readonly [number, number, number],
  ): void {
    this.#pass.record(encoder, this.#bind(bindings), workgroups);
  }

  #bind(bindings: readonly Binding[]): GPUBindGroup {
    const key = bindings.map((binding) => this.#id(binding)).join();
    const known = this.#known.get(key);
    if (known) return known;
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    const group = this.#pass.bind(bindings);
    this.#known.set(key, group);
    return group;
  }

  #id(binding: Binding): number {
    const id = this.#ids.get(binding) ?? this.#nextId++;
    this.#ids.set(binding, id);
    return id;
  }
}
