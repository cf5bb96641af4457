import { BufferPool } from "../gpu/buffer-pool.ts";
import type { GpuContext } from "../gpu/device.ts";
import { PictureTexture } from "../gpu/picture-texture.ts";
import { Readback } from "../gpu/readback.ts";

/** What all models on one GPU share. */
export interface GpuParts {
  readonly device: GPUDevice;
  readonly buffers: BufferPool;
  readonly picture: PictureTexture;
  readonly readback: Readback;
}

/** Makes the shared parts; nothing is allocated before it is used. */
export function createGpuParts(gpu: GpuContext): GpuParts {
  const { device } = gpu;
  const buffers = new BufferPool(device);
  return { device, buffers, picture: new PictureTexture(device), readback: new Readback(gpu, buffers) };
}
