import type { Similarity } from "../../math/index.ts";
import type { Picture } from "../detect/detect.ts";
import type { PixelMetrics } from "../metrics/metrics.ts";
import type { Device } from "../types.ts";

/** What the rooms align, measure and estimate give back for one face. */
export interface FaceOutput {
  /** Probability of each whole age. */
  readonly posterior: Float32Array;
  readonly metrics: PixelMetrics;
  /** The aligned crop, RGB 0…255, when asked for. */
  readonly crop: Float32Array | undefined;
}

/** The rooms align, measure and estimate on one device: all faces of a picture in one batch. */
export interface FaceCompute {
  readonly device: Device;
  /** `placements` are crop pixels → picture pixels, one per face, at least one. */
  run(picture: Picture, placements: readonly Similarity[], withCrops: boolean): Promise<FaceOutput[]>;
}
