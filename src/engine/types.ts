import type { PixelBox, PixelSize, Similarity } from "../math/index.ts";
import type { FaceKeypoints } from "./detect/face.ts";
import type { FaceMetrics, PixelMetrics } from "./metrics/metrics.ts";
import type { RepairStep } from "./quality/plan.ts";
import type { RepairRecord } from "./quality/repair.ts";
import type { Check, FailedCheck } from "./quality/verdict.ts";

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
      /** What the picture's quality led to; left out where the face was read as it was found, with the usual interval. */
      readonly adjustment?: ReadingAdjustment;
    }
  | { readonly status: "refused"; readonly reason: RefusalReason };

/** What was done about the quality of a face's picture; see docs/repair.md for the policy and its proof. */
export interface ReadingAdjustment {
  /** Made before the estimate, in their order; empty where the face was read as it was found. */
  readonly repairs: readonly RepairStep[];
  /** Share of the calibrated interval's tails that the interval leaves out: 1 as calibrated, less: wider. */
  readonly tailFactor: number;
  /** Why the interval is wider; empty where it is not. */
  readonly widenedFor: readonly Check[];
}

/** Why a face gets no estimate: the network gave no numbers, or so much is wrong with the picture. */
export type RefusalReason = "not-finite" | Check;

/** How a crop was placed: on the keypoints, or on the box where the keypoints make no sense. */
export type AlignmentSource = "keypoints" | "box";

/** A repair of the picture of a face: first the steps before the estimate, then those for the eye alone. */
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
