import type { Similarity } from "../../math/index.ts";
import { BoundPass } from "../gpu/bound-pass.ts";
import type { BufferPool } from "../gpu/buffer-pool.ts";
import { ComputePass } from "../gpu/compute-pass.ts";
import { BufferUsage } from "../gpu/usage.ts";
import code from "./align.wgsl?raw";
import { MAX_SUBSAMPLES } from "./reference.ts";

const WORKGROUP_SIDE = 8;
const FLOATS_PER_PLACEMENT = 4;

/** Cuts aligned crops on the GPU; see align.wgsl. */
export class AlignPass {
  readonly #device: GPUDevice;
  readonly #buffers: BufferPool;
  readonly #pass: BoundPass;
  readonly #size: number;

  /** `size` is the side of the crops in pixels. */
  constructor(device: GPUDevice, buffers: BufferPool, size: number) {
    this.#device = device;
    this.#buffers = buffers;
    this.#size = size;
    const constants = { SIZE: size, WORKGROUP_SIDE, MAX_SUBSAMPLES };
    this.#pass = new BoundPass(new ComputePass(device, "align", code, constants));
  }

  /** Records the pass. `crops` holds [placements.length, size, size, 3] floats afterwards, 0…255. */
  record(
    encoder: GPUCommandEncoder,
    picture: GPUTextureView,
    cropToPicture: readonly Similarity<"crop", "picture">[],
    crops: GPUBuffer,
  ): void {
    const floats = new Float32Array(cropToPicture.flatMap(({ a, b, tx, ty }) => [a, b, tx, ty]));
    const usage = BufferUsage.STORAGE | BufferUsage.COPY_DST;
    const bytes = 4 * FLOATS_PER_PLACEMENT * cropToPicture.length;
    const placements = this.#buffers.atLeast("align placements", bytes, usage);
    this.#device.queue.writeBuffer(placements, 0, floats);
    const groups = Math.ceil(this.#size / WORKGROUP_SIDE);
    this.#pass.record(encoder, [picture, placements, crops], [groups, groups, cropToPicture.length]);
  }
}
