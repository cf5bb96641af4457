import type { BufferPool } from "./buffer-pool.ts";
import { BufferUsage, MapMode } from "./usage.ts";

/** Brings several buffers back to the CPU with one copy and one wait. */
export class Readback {
  readonly #device: GPUDevice;
  readonly #buffers: BufferPool;

  constructor(device: GPUDevice, buffers: BufferPool) {
    this.#device = device;
    this.#buffers = buffers;
  }

  /** The first `bytes` (a multiple of 4) of each source, as floats. */
  async read(sources: readonly { buffer: GPUBuffer; bytes: number }[]): Promise<Float32Array<ArrayBuffer>[]> {
    const total = sources.reduce((sum, { bytes }) => sum + bytes, 0);
    const usage = BufferUsage.COPY_DST | BufferUsage.MAP_READ;
    const staging = this.#buffers.atLeast("readback", total, usage);
    const encoder = this.#device.createCommandEncoder({ label: "readback" });
    let offset = 0;
    for (const { buffer, bytes } of sources) {
      encoder.copyBufferToBuffer(buffer, 0, staging, offset, bytes);
      offset += bytes;
    }
    this.#device.queue.submit([encoder.finish()]);
    await staging.mapAsync(MapMode.READ, 0, total);
    const everything = staging.getMappedRange(0, total).slice(0);
    staging.unmap();
    offset = 0;
    return sources.map(({ bytes }) => {
      const floats = new Float32Array(everything, offset, bytes / 4);
      offset += bytes;
      return floats;
    });
  }
}
