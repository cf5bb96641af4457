import type { Views } from "../estimate/network.ts";
import type { FilterStep } from "../filters/steps.ts";
import type { Readback } from "../gpu/readback.ts";
import { decodeMeasurements, FLOATS_PER_FACE, type PixelMetrics } from "../metrics/metrics.ts";
import { type CropPixels, rowOf } from "./crop-pixels.ts";
import type { FaceBatch, MeasuredCrop } from "./face-compute.ts";
import type { GpuEstimate } from "./gpu-estimate.ts";
import type { GpuRepair } from "./gpu-repair.ts";

const FLOAT_BYTES = 4;

/** What was recorded and submitted for the faces as they were found. */
export interface AlignedCrops {
  readonly faces: number;
  readonly floatsPerCrop: number;
  /** [faces, size, size, 3], 0…255. */
  readonly crops: GPUBuffer;
  /** [faces, FLOATS_PER_FACE]. */
  readonly measurements: GPUBuffer;
  /** [faces, size, size, 3], normalised. */
  readonly networkInput: GPUBuffer;
  readonly views: Views;
}

/** What does the work of the steps 4 and 5. */
export interface BatchWorkers {
  readonly readback: Readback;
  readonly repair: GpuRepair;
  readonly estimate: GpuEstimate;
}

/**
 * The crops of a picture's faces on the GPU. The network runs on them as they were found before it is known whether any
 * is repaired: one wait then brings measurements and outputs, and faces that are read as they were found, nearly all,
 * need no second one.
 */
export class GpuBatch implements FaceBatch {
  readonly #workers: BatchWorkers;
  readonly #found: AlignedCrops;
  #crops: GPUBuffer;
  #outputs: readonly (readonly Float32Array[])[] = [];

  constructor(workers: BatchWorkers, found: AlignedCrops) {
    this.#workers = workers;
    this.#found = found;
    this.#crops = found.crops;
  }

  async measure({ withCrops }: { readonly withCrops: boolean }): Promise<MeasuredCrop[]> {
    const { faces, floatsPerCrop, crops, measurements, networkInput, views } = this.#found;
    const sources = [{ buffer: measurements, bytes: faces * FLOATS_PER_FACE * FLOAT_BYTES }];
    if (withCrops) sources.push({ buffer: crops, bytes: this.#cropBytes });
    const { outputs, others } = await this.#workers.estimate.run(networkInput, faces, views, sources);
    this.#outputs = outputs;
    const [measured, pixels] = others;
    return outputs.map((_, face) => ({
      metrics: decodeMeasurements(rowOf(measured, face, FLOATS_PER_FACE)),
      crop: pixels && rowOf(pixels, face, floatsPerCrop),
    }));
  }

  async repair(plans: readonly (readonly FilterStep[])[]): Promise<PixelMetrics[]> {
    const { repair } = this.#workers;
    const metrics = await repair.round(this.#crops, plans);
    this.#crops = repair.repaired(plans.length);
    return metrics;
  }

  async estimate(changed: readonly boolean[]): Promise<(readonly Float32Array[])[]> {
    const places = changed.flatMap((isChanged, face) => (isChanged ? [face] : []));
    if (places.length === 0) return [...this.#outputs];
    const again = await this.#workers.estimate.runChosen(this.#crops, places, this.#found.views);
    return this.#outputs.map((output, face) => again[places.indexOf(face)] ?? output);
  }

  async crops(): Promise<CropPixels[]> {
    const { faces, floatsPerCrop } = this.#found;
    const [floats] = await this.#workers.readback.read([{ buffer: this.#crops, bytes: this.#cropBytes }]);
    return Array.from({ length: faces }, (_, face) => rowOf(floats, face, floatsPerCrop));
  }

  get #cropBytes(): number {
    return this.#found.faces * this.#found.floatsPerCrop * FLOAT_BYTES;
  }
}
