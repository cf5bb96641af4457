import type { Similarity } from "../../math/index.ts";
import type { Device } from "../api.ts";
import type { Picture } from "../detect/picture.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import type { Network, NetworkFiles, Views } from "../estimate/network.ts";
import type { FilterStep } from "../filters/steps.ts";
import type { PixelMetrics } from "../metrics/metrics.ts";
import type { Repairer } from "../quality/repair.ts";
import type { CropPixels } from "./crop-pixels.ts";

/** A crop with what it measures. */
export interface MeasuredCrop {
  readonly metrics: PixelMetrics;
  /** Left out when not asked for. */
  readonly crop: CropPixels | undefined;
}

/** A crop after filters, with what it measures. */
export interface FilteredCrop {
  readonly crop: CropPixels;
  readonly metrics: PixelMetrics;
}

/** The aligned crops of n faces on the device. The next batch, of any model, takes their place. */
export interface FaceBatch extends Repairer {
  /** Measures the crops as they were found, n in their order, and brings them back `withCrops`. */
  measure(options: { readonly withCrops: boolean }): Promise<MeasuredCrop[]>;
  /**
   * The network's outputs for each face's crop as it is now, one per head, as `outputSizes` says. Comes after `measure`;
   * `changed` says of each face whether it was repaired since.
   */
  estimate(changed: readonly boolean[]): Promise<(readonly Float32Array[])[]>;
  /** Brings the crops back as they are now. */
  crops(): Promise<CropPixels[]>;
}

/** Aligns, measures, repairs and estimates for one model. */
export interface FaceCompute {
  readonly model: ModelEntry;
  readonly network: Network;
  /**
   * Cuts crops out of `picture`: `placements` are crop pixels → picture pixels, one per face, at least one; `views` says what
   * of them is estimated.
   */
  align(picture: Picture, placements: readonly Similarity<"crop", "picture">[], views: Views): FaceBatch;
  /** Applies filters in the given order to one crop of the network's input size. */
  filter(crop: CropPixels, steps: readonly FilterStep[]): Promise<FilteredCrop>;
}

/** A device with everything that models share on it. */
export interface ComputeHost {
  readonly device: Device;
  /** Puts a model beside those that are there already. */
  open(model: ModelEntry, files: NetworkFiles): Promise<FaceCompute>;
}
