import type { PixelBox, PixelSize, Similarity } from "../math/index.ts";
import type { FaceKeypoints } from "./detect/face.ts";
import type { AgeRange } from "./estimate/heads/head-kind.ts";
import type { TestFigures } from "./estimate/manifest.ts";
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
      /** What the network itself said, where it chooses among groups of ages; the posterior is spread over them. */
      readonly groups?: readonly GroupShare[];
    }
  | { readonly status: "refused"; readonly reason: RefusalReason };

/** A group of ages with its probability. */
export interface GroupShare {
  readonly name: string;
  /** Years, both included. */
  readonly low: number;
  readonly high: number;
  readonly share: number;
}

/** What a face looks like to a network that was trained on two labels; says nothing about who somebody is. */
export type GenderReading =
  | {
      readonly status: "estimated";
      readonly apparent: "female" | "male";
      /** The network's probability for `apparent`, 0.5…1. */
      readonly share: number;
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
  /** The second reading, when asked for and where there is a model for it. */
  readonly gender?: GenderReading;
  /** The aligned crop, RGBA, `cropSize`² × 4 bytes, when asked for. */
  readonly crop?: Uint8ClampedArray<ArrayBuffer>;
}

/** Milliseconds spent in each step. */
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

/** One model of the manifest, for people to choose from. */
export interface ModelInfo {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly parameters: number;
  /** What choosing it for the first time downloads. */
  readonly bytes: number;
  readonly inputSizePx: number;
  /** The ages that it can say, where they are fewer than those of a life. */
  readonly knownAges: AgeRange | undefined;
  readonly saysAge: boolean;
  readonly saysGender: boolean;
  readonly isDefault: boolean;
  readonly metrics: readonly TestFigures[];
  readonly trainingData: string;
  readonly licence: string;
  /** Absolute address of the model card, in Markdown. */
  readonly cardUrl: string;
}

/** What several models say about the faces of one picture. */
export interface Comparison {
  readonly picture: PixelSize;
  /** In the order of every model's readings. */
  readonly faces: readonly ComparedFace[];
  readonly cropSize: number;
  readonly models: readonly ModelReadings[];
}

/** A face that several models have read. */
export interface ComparedFace {
  readonly box: PixelBox;
  /** The first model's crop, RGBA. */
  readonly crop: Uint8ClampedArray<ArrayBuffer>;
}

/** One model's part in a comparison. */
export interface ModelReadings {
  readonly modelId: string;
  readonly readings: readonly Reading[];
  /** Median of repeated runs on this device, aligned and measured crops included; a first run is not counted. */
  readonly msPerFace: number;
}

/** How a heat map comes about. */
export type ExplanationMethod = "class-activation" | "occlusion";

/** Which reading is to be explained, and how. */
export interface ExplanationRequest {
  readonly modelId: string;
  readonly method: ExplanationMethod;
}

/** Where in a crop the evidence for its reading lies. */
export interface HeatMap {
  /** What was asked for, or `occlusion` where the network is not built for class activation. */
  readonly method: ExplanationMethod;
  readonly columns: number;
  readonly rows: number;
  /**
   * Row by row, from the crop's top left: evidence for the reading against other ages, in units of the log-odds. Above
   * 0 speaks for it, below 0 against it.
   */
  readonly values: Float32Array;
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
  | { readonly kind: "step"; readonly step: "decode" | "detect" | "estimate" }
  | { readonly kind: "explain"; readonly done: number; readonly total: number };

/** The device that computes: a graphics adapter by its own name, or the processor and why. */
export type Device =
  | { readonly backend: "webgpu"; readonly adapter: string }
  | { readonly backend: "wasm"; readonly reason: WasmReason };

/** What runs where, for people to see. */
export type EngineInfo = Device & { readonly modelId: string };
