import type { Similarity } from "../../math/index.ts";
import type { Picture } from "../detect/detect.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import type { Network, NetworkFiles } from "../estimate/network.ts";
import type { FilterStep } from "../filters/steps.ts";
import type { PixelMetrics } from "../metrics/metrics.ts";
import type { ApplyPlans } from "../quality/repair.ts";
import type { Device } from "../types.ts";

/** RGB values 0…255 of one crop, row by row. */
export type CropPixels = Float32Array<ArrayBuffer>;

/** What the rooms align, measure and estimate give back for one face. */
export interface FaceOutput {
  /** Each of the network's outputs for this face, after the repairs that come before the estimate. */
  readonly network: readonly Float32Array[];
  /** Of the face as it was found. */
  readonly metrics: PixelMetrics;
  /** The aligned crop as it was found, when asked for. */
  readonly crop: CropPixels | undefined;
}

/** The faces of one picture on the device; the next picture or model takes their place. */
export interface FaceBatch {
  readonly outputs: readonly FaceOutput[];
  /** Applies one plan per face to the crops as they are now, and measures them again. */
  readonly repair: ApplyPlans;
  /** The crops as repaired so far. */
  repairedCrops(): Promise<CropPixels[]>;
}

/** Repairs faces between measuring and estimating, by `apply`, and says which ones it has changed. */
export type RepairBeforeEstimate = (metrics: readonly PixelMetrics[], apply: ApplyPlans) => Promise<readonly number[]>;

/** What to do with the faces of a picture. */
export interface RunOptions {
  readonly withCrops: boolean;
  readonly repairBeforeEstimate: RepairBeforeEstimate;
}

/** A crop after filters, with what it measures. */
export interface FilteredCrop {
  readonly crop: CropPixels;
  readonly metrics: PixelMetrics;
}

/** The rooms align, measure, enhance and estimate for one model: all faces of a picture in one batch. */
export interface FaceCompute {
  readonly model: ModelEntry;
  readonly network: Network;
  /** `placements` are crop pixels → picture pixels, one per face, at least one. */
  run(picture: Picture, placements: readonly Similarity[], options: RunOptions): Promise<FaceBatch>;
  /** Applies filters in the given order to one crop of the network's input size. */
  filter(crop: CropPixels, steps: readonly FilterStep[]): Promise<FilteredCrop>;
}

/** A device with everything that models share on it. */
export interface ComputeHost {
  readonly device: Device;
  /** Puts a model beside those that are there already. */
  open(model: ModelEntry, files: NetworkFiles): Promise<FaceCompute>;
}
