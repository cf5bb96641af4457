import type { PixelBox, PixelSize, Similarity } from "../math/index.ts";
import type { FaceKeypoints } from "./detect/face.ts";
import type { FaceMetrics, PixelMetrics } from "./metrics/metrics.ts";
import type { RepairRecord } from "./quality/repair.ts";
import type { FailedCheck } from "./quality/verdict.ts";

/** Where the network runs. */
export type Backend = "webgpu" | "wasm";

/** Central interval of an age posterior. */
export interface AgeInterval {
  /** Years, low ≤ high. */
  readonly low: number;
  readonly high: number;
  /** The share of faces whose true age lies inside, as calibrated, for instance 0.8. */
  readonly level: number;
}

/** What the engine says about one face. */
export type Reading =
  | {
      readonly status: "estimated";
      /** Apparent age in years; 0 is a valid age. */
      readonly years: number;
      readonly interval: AgeInterval;
      /** Probability of each whole age, from 0; sums to 1. */
      readonly posterior: Float32Array;
    }
  | { readonly status: "refused"; readonly reason: RefusalReason };

/** Why a face gets no estimate. */
export type RefusalReason = "not-finite";

/** How a crop was placed: on the keypoints, or on the box where the keypoints make no sense. */
export type AlignmentSource = "keypoints" | "box";

/** A repair of the picture of a face. The age was read from the face as it was found. */
export interface FaceRepair extends RepairRecord {
  /** The crop after all steps, RGBA, when asked for. */
  readonly crop?: Uint8ClampedArray<ArrayBuffer>;
}

/** A crop after filters that someone chose. */
export interface EnhancedCrop {
  /** RGBA, as large as the crop that was given. */
  readonly crop: Uint8ClampedArray<ArrayBuffer>;
  readonly metrics: PixelMetrics;
  /** The standards that it does not meet; the size of the face in its picture is not judged here. */
  readonly failed: readonly FailedCheck[];
}

/** One face of a picture, with everything that was found out about it. */
export interface FaceReading {
  readonly box: PixelBox;
  readonly keypoints: FaceKeypoints;
  /** The detector's confidence, 0…1. */
  readonly score: number;
  readonly alignment: {
    readonly source: AlignmentSource;
    /** Crop pixels → picture pixels. */
    readonly cropToPicture: Similarity;
  };
  readonly metrics: FaceMetrics;
  /** The standards that the picture of this face does not meet. */
  readonly failed: readonly FailedCheck[];
  /** What was done about them, when repairs were asked for and there was something to do. */
  readonly repair?: FaceRepair;
  readonly reading: Reading;
  /** The aligned crop, RGBA, `cropSize`² × 4 bytes, when asked for. */
  readonly crop?: Uint8ClampedArray<ArrayBuffer>;
}

/** Milliseconds spent in each room. */
export interface Timings {
  readonly decode: number;
  readonly detect: number;
  readonly estimate: number;
  readonly total: number;
}

/** The result for one picture: no face is missing from it, a refused one says so. */
export interface Analysis {
  readonly picture: PixelSize;
  readonly faces: readonly FaceReading[];
  readonly cropSize: number;
  readonly modelId: string;
  readonly backend: Backend;
  readonly timings: Timings;
}

/** What a first visit downloads. */
export type DownloadName = "detector-program" | "detector-model" | "age-model";

/** Why the network does not run on the GPU. */
export type WasmReason = "no-graphics-hardware" | "asked-for";

/** What is being waited for. */
export type Progress =
  | {
      readonly kind: "download";
      readonly file: DownloadName;
      readonly loadedBytes: number;
      readonly totalBytes: number;
    }
  | { readonly kind: "start"; readonly part: "detector" | "network" }
  | { readonly kind: "room"; readonly room: "decode" | "detect" | "estimate" };

/** The device that computes: a graphics adapter by its own name, or the processor and why. */
export type Device =
  | { readonly backend: "webgpu"; readonly adapter: string }
  | { readonly backend: "wasm"; readonly reason: WasmReason };

/** What runs where, for people to see. */
export type EngineInfo = Device & { readonly modelId: string };
