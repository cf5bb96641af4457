/**
 * Arrays by name that are kept for the next time: in steady state nothing is allocated.
 *
 * Whoever asks for a name again gets the same array back, with what it held before; a name is for one purpose at a time.
 */
export class Workspace {
  readonly #floats = new Map<string, Float32Array<ArrayBuffer>>();
  readonly #ints = new Map<string, Int32Array<ArrayBuffer>>();
  readonly #doubles = new Map<string, Float64Array<ArrayBuffer>>();

  /** The array `name` of exactly `length` 32-bit floats; a new one takes its place when the length changes. */
  floats(name: string, length: number): Float32Array<ArrayBuffer> {
    return kept(this.#floats, name, length, Float32Array);
  }

  /** The same with 32-bit whole numbers. */
  ints(name: string, length: number): Int32Array<ArrayBuffer> {
    return kept(this.#ints, name, length, Int32Array);
  }

  /** The same with 64 bits: JavaScript computes with these, so that what is read over and over is quicker to read. */
  doubles(name: string, length: number): Float64Array<ArrayBuffer> {
    return kept(this.#doubles, name, length, Float64Array);
  }
}

function kept<A extends { readonly length: number }>(
  arrays: Map<string, A>,
  name: string,
  length: number,
  create: new (length: number) => A,
): A {
  const existing = arrays.get(name);
  if (existing?.length === length) return existing;
  const created = new create(length);
  arrays.set(name, created);
  return created;
}
