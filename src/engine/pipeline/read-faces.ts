import { similarityScale } from "../../math/index.ts";
import { placeCrop } from "../align/template.ts";
import type { Picture } from "../detect/detect.ts";
import type { Face } from "../detect/face.ts";
import { centralInterval, expectedAge, quantile } from "../estimate/decode.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import { withFaceGeometry } from "../metrics/metrics.ts";
import { type RepairRecord, repairFaces } from "../quality/repair.ts";
import { failedChecks } from "../quality/verdict.ts";
import type { FaceReading, FaceRepair, Reading } from "../types.ts";
import type { CropPixels, FaceBatch, FaceCompute, FaceOutput } from "./face-compute.ts";
import { toRgba } from "./rgba.ts";

/** What to bring back besides the readings. */
export interface Extras {
  readonly withCrops: boolean;
  readonly withRepair: boolean;
}

/** align → measure → estimate, and enhance where it is asked for, for faces that fit into one batch. */
export async function readFaces(
  faces: readonly Face[],
  picture: Picture,
  compute: FaceCompute,
  model: ModelEntry,
  { withCrops, withRepair }: Extras,
): Promise<FaceReading[]> {
  const placements = faces.map((face) => placeCrop(face, model.alignment, model.input.size));
  const batch = await compute.run(
    picture,
    placements.map(({ cropToPicture }) => cropToPicture),
    withCrops,
  );
  const readings = faces.map((face, index): FaceReading => {
    const output = batch.outputs[index] as FaceOutput;
    const metrics = withFaceGeometry(output.metrics, face);
    return {
      ...face,
      alignment: placements[index] as FaceReading["alignment"],
      metrics,
      failed: failedChecks(metrics),
      reading: toReading(output.posterior, model),
      ...(output.crop && { crop: toRgba(output.crop) }),
    };
  });
  return withRepair ? addRepairs(readings, batch, withCrops) : readings;
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

/** A posterior as years and interval; refused when the network gave no numbers. */
function toReading(posterior: Float32Array, model: ModelEntry): Reading {
  if (!posterior.every(Number.isFinite)) return { status: "refused", reason: "not-finite" };
  return {
    status: "estimated",
    years: model.decode === "median" ? quantile(posterior, 0.5) : expectedAge(posterior),
    interval: centralInterval(posterior, model.calibration),
    posterior,
  };
}
