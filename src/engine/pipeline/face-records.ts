import type { CropPlacement } from "../align/template.ts";
import type { FaceReading, FaceRepair, Reading } from "../api.ts";
import type { Face } from "../detect/face.ts";
import { EngineError } from "../errors.ts";
import type { DecodedFace } from "../estimate/decode-heads.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import type { FaceMetrics } from "../metrics/metrics.ts";
import type { RepairRecord } from "../quality/repair.ts";
import { failedChecks } from "../quality/verdict.ts";
import { type CropPixels, toRgba } from "./crop-pixels.ts";

/** A face after step 2: it is known where its crop lies in the picture. */
export interface AlignedFace extends Face {
  readonly alignment: CropPlacement;
  /** Crop pixels per picture pixel: above 1 where a small face was enlarged. */
  readonly enlargement: number;
}

/** A face after steps 3 and 4: measured, and repaired where that was needed. */
export interface MeasuredFace extends AlignedFace {
  /** Of the face as it was found. */
  readonly metrics: FaceMetrics;
  /** The crop as it was found, when asked for. */
  readonly crop: CropPixels | undefined;
  /** What was done to the crop so far, and what it measures now. */
  readonly repair: RepairRecord;
}

/** A face after step 5: with what the network says. */
export interface EstimatedFace extends MeasuredFace, DecodedFace {
  /** The crop after all repairs, when asked for and where there were any. */
  readonly repairedCrop?: CropPixels;
}

/**
 * The reading of `model`.
 *
 * @throws EngineError `unknown-model` where the model says no age.
 */
export function ageOf({ age }: DecodedFace, model: ModelEntry): Reading {
  if (age) return age;
  throw new EngineError("unknown-model", `The model “${model.id}” says no age: choose another one.`);
}

/**
 * What is told about a face: repairs and gender only when asked for.
 *
 * @throws EngineError `unknown-model` where the model says no age.
 */
export function toFaceReading(
  face: EstimatedFace,
  model: ModelEntry,
  { withRepair, withGender }: { readonly withRepair: boolean; readonly withGender: boolean },
): FaceReading {
  const { box, keypoints, score, alignment, metrics, crop, repair, gender } = face;
  return {
    box,
    keypoints,
    score,
    alignment,
    metrics,
    failed: failedChecks(metrics),
    reading: ageOf(face, model),
    ...(crop && { crop: toRgba(crop) }),
    ...(withGender && gender && { gender }),
    ...(withRepair && repair.steps.length > 0 && { repair: toFaceRepair(face) }),
  };
}

function toFaceRepair({ repair, repairedCrop }: EstimatedFace): FaceRepair {
  return repairedCrop ? { ...repair, crop: toRgba(repairedCrop) } : repair;
}
