/**
 * Named buffers that live as long as the device and grow when more is asked for: nothing is allocated in steady state.
 */
export class BufferPool {
  readonly #device: GPUDevice;
  readonly #buffers = new Map<string, GPUBuffer>();

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  /** The buffer `name`, of at least `bytes`; what it held before is lost when it grows. */
  atLeast(name: string, bytes: number, usage: GPUBufferUsageFlags): GPUBuffer {
    const existing = this.#buffers.get(name);
    if (existing && existing.size >= bytes) return existing;
    return this.#replace(name, bytes, usage);
  }

  /** The buffer `name`, of exactly `bytes`, as tensors demand; it is replaced when another size is asked for. */
  exactly(name: string, bytes: number, usage: GPUBufferUsageFlags): GPUBuffer {
    const existing = this.#buffers.get(name);
    return existing?.size === bytes ? existing : this.#replace(name, bytes, usage);
  }

  #replace(name: string, bytes: number, usage: GPUBufferUsageFlags): GPUBuffer {
    this.#buffers.get(name)?.destroy();
    const buffer = this.#device.createBuffer({ label: name, size: Math.ceil(bytes / 4) * 4, usage });
    this.#buffers.set(name, buffer);
    return buffer;
  }
}
