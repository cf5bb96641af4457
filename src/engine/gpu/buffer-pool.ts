/** Of a buffer that must have an exact size, so many sizes are kept: faces come and go, and come again. */
const KEPT_SIZES = 4;

/**
 * Named buffers that live as long as the device and grow when more is asked for: nothing is allocated in steady state.
 */
export class BufferPool {
  readonly #device: GPUDevice;
  readonly #buffers = new Map<string, GPUBuffer>();
  readonly #exactBuffers = new Map<string, GPUBuffer[]>();

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  /** The buffer `name`, of at least `bytes`; what it held before is lost when it grows. */
  atLeast(name: string, bytes: number, usage: GPUBufferUsageFlags): GPUBuffer {
    const existing = this.#buffers.get(name);
    if (existing && existing.size >= bytes) return existing;
    return this.#replace(name, bytes, usage);
  }

  /**
   * The buffer `name`, of exactly `bytes`, as tensors demand. The sizes that were asked for last are kept; the oldest makes
   * way, by when its work is done.
   */
  exactly(name: string, bytes: number, usage: GPUBufferUsageFlags): GPUBuffer {
    const sizes = this.#exactBuffers.get(name) ?? [];
    const buffer = sizes.find(({ size }) => size === bytes) ?? this.#create(name, bytes, usage);
    const latest = [buffer, ...sizes.filter((other) => other !== buffer)];
    for (const oldest of latest.splice(KEPT_SIZES)) oldest.destroy();
    this.#exactBuffers.set(name, latest);
    return buffer;
  }

  #replace(name: string, bytes: number, usage: GPUBufferUsageFlags): GPUBuffer {
    this.#buffers.get(name)?.destroy();
    const buffer = this.#create(name, bytes, usage);
    this.#buffers.set(name, buffer);
    return buffer;
  }

  #create(label: string, bytes: number, usage: GPUBufferUsageFlags): GPUBuffer {
    return this.#device.createBuffer({ label, size: Math.ceil(bytes / 4) * 4, usage });
  }
}
