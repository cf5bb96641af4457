import { FilterChain } from "../filters/filter-chain.ts";
import { type BatchStep, batchSteps, type FilterStep, mergePlans } from "../filters/steps.ts";
import { BufferUsage } from "../gpu/usage.ts";
import { MeasurePass } from "../metrics/measure-pass.ts";
import { decodeMeasurements, FLOATS_PER_FACE, type PixelMetrics } from "../metrics/metrics.ts";
import { type CropPixels, rowOf } from "./crop-pixels.ts";
import type { FilteredCrop } from "./face-compute.ts";
import type { GpuParts } from "./gpu-parts.ts";

const CROP_USAGE = BufferUsage.STORAGE | BufferUsage.COPY_SRC | BufferUsage.COPY_DST;

/** Step 4 on the GPU. No filter of a round waits for the CPU: only the measurements come back between rounds. */
export class GpuRepair {
  readonly #parts: GpuParts;
  readonly #chain: FilterChain;
  readonly #measure: MeasurePass;
  readonly #floatsPerCrop: number;

  /** `size` is the side of a crop in pixels. */
  constructor(parts: GpuParts, size: number) {
    const { device, buffers } = parts;
    this.#parts = parts;
    this.#chain = new FilterChain(device, buffers, { width: size, height: size });
    this.#measure = new MeasurePass(device, buffers, { width: size, height: size });
    this.#floatsPerCrop = size * size * 3;
  }

  /** One round over `source`, which stays as it is; the result is in `repaired(faces)`. */
  async round(source: GPUBuffer, plans: readonly (readonly FilterStep[])[]): Promise<PixelMetrics[]> {
    const measurements = this.#apply(source, mergePlans(plans), plans.length);
    const [floats] = await this.#parts.readback.read([
      { buffer: measurements, bytes: plans.length * FLOATS_PER_FACE * 4 },
    ]);
    return plans.map((_, face) => decodeMeasurements(rowOf(floats, face, FLOATS_PER_FACE)));
  }

  /** The buffer that holds the crops after the last round. */
  repaired(faces: number): GPUBuffer {
    return this.#parts.buffers.atLeast("repaired crops", faces * this.#floatsPerCrop * 4, CROP_USAGE);
  }

  /** Applies steps in their order to one crop of the CPU's. */
  async filter(crop: CropPixels, steps: readonly FilterStep[]): Promise<FilteredCrop> {
    const source = this.#parts.buffers.atLeast("crop to filter", crop.byteLength, CROP_USAGE);
    this.#parts.device.queue.writeBuffer(source, 0, crop);
    const measurements = this.#apply(source, batchSteps(steps), 1);
    const [metrics, filtered] = await this.#parts.readback.read([
      { buffer: measurements, bytes: FLOATS_PER_FACE * 4 },
      { buffer: this.repaired(1), bytes: crop.byteLength },
    ]);
    return { crop: rowOf(filtered, 0, crop.length), metrics: decodeMeasurements(rowOf(metrics, 0, FLOATS_PER_FACE)) };
  }

  /** Filters, keeps the result apart from the chain's own buffers, measures it, and submits all of that at once. */
  #apply(source: GPUBuffer, steps: readonly BatchStep[], faces: number): GPUBuffer {
    const encoder = this.#parts.device.createCommandEncoder({ label: "repair" });
    const repaired = this.repaired(faces);
    const filtered = this.#chain.record(encoder, source, steps, faces);
    if (filtered !== repaired) encoder.copyBufferToBuffer(filtered, 0, repaired, 0, faces * this.#floatsPerCrop * 4);
    const measurements = this.#measure.record(encoder, repaired, faces, "measurements after repair");
    this.#parts.device.queue.submit([encoder.finish()]);
    return measurements;
  }
}
