import type { BufferPool } from "./buffer-pool.ts";
import type { GpuContext } from "./device.ts";
import { BufferUsage, MapMode } from "./usage.ts";

/** A buffer whose first `bytes` (a multiple of 4) are to be brought back. */
export interface ReadbackSource {
  readonly buffer: GPUBuffer;
  readonly bytes: number;
}

/** Brings several buffers back to the CPU with one copy and one wait. */
export class Readback {
  readonly #gpu: GpuContext;
  readonly #buffers: BufferPool;

  constructor(gpu: GpuContext, buffers: BufferPool) {
    this.#gpu = gpu;
    this.#buffers = buffers;
  }

  /**
   * The first `bytes` of each source, as floats.
   *
   * @throws EngineError where the GPU has reported an error since the last call.
   */
  async read(sources: readonly ReadbackSource[]): Promise<Float32Array<ArrayBuffer>[]> {
    const total = sources.reduce((sum, { bytes }) => sum + bytes, 0);
    const usage = BufferUsage.COPY_DST | BufferUsage.MAP_READ;
    const { device } = this.#gpu;
    const staging = this.#buffers.atLeast("readback", total, usage);
    const encoder = device.createCommandEncoder({ label: "readback" });
    let offset = 0;
    for (const { buffer, bytes } of sources) {
      encoder.copyBufferToBuffer(buffer, 0, staging, offset, bytes);
      offset += bytes;
    }
    device.queue.submit([encoder.finish()]);
    await staging.mapAsync(MapMode.READ, 0, total);
    const everything = staging.getMappedRange(0, total).slice(0);
    staging.unmap();
    this.#gpu.throwIfFailed();
    offset = 0;
    return sources.map(({ bytes }) => {
      const floats = new Float32Array(everything, offset, bytes / 4);
      offset += bytes;
      return floats;
    });
  }
}
