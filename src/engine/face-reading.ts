import type { PixelBox, Similarity } from "../math/index.ts";
import type { FaceKeypoints } from "./detect/face.ts";
import type { FaceMetrics } from "./metrics/metrics.ts";
import type { RepairStep } from "./quality/plan.ts";
import type { RepairRecord } from "./quality/repair.ts";
import type { Check, FailedCheck } from "./quality/verdict.ts";

/** One face of a picture, with everything that was found out about it. */
export interface FaceReading {
  /** In pixels of the upright picture, as are the keypoints. */
  readonly box: PixelBox<"picture">;
  readonly keypoints: FaceKeypoints;
  /** The detector's confidence, 0…1. */
  readonly score: number;
  readonly alignment: {
    readonly source: AlignmentSource;
    /** Crop pixels → picture pixels. */
    readonly cropToPicture: Similarity<"crop", "picture">;
  };
  /** Of the picture of this face as it was found. */
  readonly metrics: FaceMetrics;
  /** The standards that the picture of this face does not meet. */
  readonly failed: readonly FailedCheck[];
  /** What was done about them, when repairs were asked for and there was something to do. */
  readonly repair?: FaceRepair;
  readonly reading: Reading;
  /** The second reading, when asked for and where there is a model for it. */
  readonly gender?: GenderReading;
  /** The aligned crop, RGBA bytes, `cropSize`² × 4, when asked for. */
  readonly crop?: Uint8ClampedArray<ArrayBuffer>;
}

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
      /** Probability of each whole age from 0 on, one per year; sums to 1. */
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
  /** The network's probability, 0…1. */
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
  /** 0…1, the share of the calibrated interval's tails that the interval leaves out: 1 as calibrated, less: wider. */
  readonly tailFactor: number;
  /** Why the interval is wider; empty where it is not. */
  readonly widenedFor: readonly Check[];
}

/** Why a face gets no estimate: the network gave no numbers, or so much is wrong with the picture. */
export type RefusalReason = "not-finite" | "unclear" | Check;

/** How a crop was placed: on the keypoints, or on the box where the keypoints make no sense. */
export type AlignmentSource = "keypoints" | "box";

/** A repair of the picture of a face: first the steps before the estimate, then those for the eye alone. */
export interface FaceRepair extends RepairRecord {
  /** The crop after all steps, RGBA bytes, `cropSize`² × 4, when asked for. */
  readonly crop?: Uint8ClampedArray<ArrayBuffer>;
}
