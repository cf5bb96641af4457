import { similarityScale } from "../../math/index.ts";
import { placeCrop } from "../align/template.ts";
import type { Picture } from "../detect/detect.ts";
import type { Face } from "../detect/face.ts";
import { EngineError } from "../errors.ts";
import { type DecodedFace, decodeFace } from "../estimate/decode-heads.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import { withFaceGeometry } from "../metrics/metrics.ts";
import { type RepairRecord, repairFaces } from "../quality/repair.ts";
import { failedChecks } from "../quality/verdict.ts";
import type { FaceReading, FaceRepair } from "../types.ts";
import type { CropPixels, FaceBatch, FaceCompute, FaceOutput } from "./face-compute.ts";
import { toRgba } from "./rgba.ts";

/** What to bring back besides the readings. */
export interface Extras {
  readonly withCrops: boolean;
  readonly withRepair: boolean;
  /** Whether to say what gender each face appears to have, where there is a model that does. */
  readonly withGender: boolean;
}

/** align → measure → estimate, and enhance where it is asked for, for faces that fit into one batch. */
export async function readFaces(
  faces: readonly Face[],
  picture: Picture,
  compute: FaceCompute,
  { withCrops, withRepair }: Omit<Extras, "withGender">,
): Promise<FaceReading[]> {
  const { model } = compute;
  const placements = placeFaces(faces, model);
  const batch = await compute.run(
    picture,
    placements.map(({ cropToPicture }) => cropToPicture),
    withCrops,
  );
  const readings = faces.map((face, index): FaceReading => {
    const output = batch.outputs[index] as FaceOutput;
    const metrics = withFaceGeometry(output.metrics, face);
    const { age, gender } = decodeFace(output.network, model);
    if (!age) throw new EngineError("unknown-model", `The model “${model.id}” says no age: choose another one.`);
    return {
      ...face,
      alignment: placements[index] as FaceReading["alignment"],
      metrics,
      failed: failedChecks(metrics),
      reading: age,
      ...(gender && { gender }),
      ...(output.crop && { crop: toRgba(output.crop) }),
    };
  });
  return withRepair ? addRepairs(readings, batch, withCrops) : readings;
}

/** What a model says about faces that were found, without measuring or enhancing anything. */
export async function estimateFaces(
  faces: readonly Face[],
  picture: Picture,
  compute: FaceCompute,
): Promise<DecodedFace[]> {
  const placements = placeFaces(faces, compute.model).map(({ cropToPicture }) => cropToPicture);
  const { outputs } = await compute.run(picture, placements, false);
  return outputs.map(({ network }) => decodeFace(network, compute.model));
}

function placeFaces(faces: readonly Face[], { alignment, input }: ModelEntry) {
  return faces.map((face) => placeCrop(face, alignment, input.size));
}

async function addRepairs(readings: FaceReading[], batch: FaceBatch, withCrops: boolean): Promise<FaceReading[]> {
  const candidates = readings.map(({ metrics, alignment }) => ({
    metrics,
    enlargement: 1 / similarityScale(alignment.cropToPicture),
  }));
  const records = await repairFaces(candidates, (plans) => batch.repair(plans));
  if (records.every(({ steps }) => steps.length === 0)) return readings;
  const crops = withCrops ? await batch.repairedCrops() : [];
  return readings.map((reading, face) => {
    const record = records[face];
    return record && record.steps.length > 0 ? { ...reading, repair: toRepair(record, crops[face]) } : reading;
  });
}

function toRepair(record: RepairRecord, crop: CropPixels | undefined): FaceRepair {
  return crop ? { ...record, crop: toRgba(crop) } : record;
}
