import { BufferPool } from "../buffer-pool.ts";
import { type GpuContext, requestGpu } from "../device.ts";
import { BufferUsage, MapMode } from "../usage.ts";

/** A device for one test file, with every error that WebGPU reports on the way. */
export interface TestGpu extends GpuContext {
  readonly buffers: BufferPool;
  readonly errors: readonly string[];
}

/** Asks for a device, in software if need be. Throws where the browser has no WebGPU. */
export async function openTestGpu(): Promise<TestGpu> {
  const gpu = await requestGpu(true);
  if (!gpu) throw new Error("This browser offers no WebGPU. Start Chromium with the arguments in tools/chromium.ts.");
  const errors: string[] = [];
  gpu.device.addEventListener("uncapturederror", (event) => errors.push(event.error.message));
  return { ...gpu, buffers: new BufferPool(gpu.device), errors };
}

/** A storage buffer that holds `floats`. */
export function uploadFloats({ device, buffers }: TestGpu, name: string, floats: Float32Array<ArrayBuffer>): GPUBuffer {
  const usage = BufferUsage.STORAGE | BufferUsage.COPY_DST | BufferUsage.COPY_SRC;
  const buffer = buffers.exactly(name, floats.byteLength, usage);
  device.queue.writeBuffer(buffer, 0, floats);
  return buffer;
}

/** The first `count` floats of a buffer with COPY_SRC. */
export async function downloadFloats(
  { device, buffers }: TestGpu,
  buffer: GPUBuffer,
  count: number,
): Promise<Float32Array> {
  const staging = buffers.exactly("test readback", 4 * count, BufferUsage.MAP_READ | BufferUsage.COPY_DST);
  const encoder = device.createCommandEncoder({ label: "test readback" });
  encoder.copyBufferToBuffer(buffer, 0, staging, 0, 4 * count);
  device.queue.submit([encoder.finish()]);
  await staging.mapAsync(MapMode.READ);
  const floats = new Float32Array(staging.getMappedRange().slice(0));
  staging.unmap();
  return floats;
}
