import { similarityScale } from "../../math/index.ts";
import { type CropPlacement, placeCrop } from "../align/template.ts";
import type { Picture } from "../detect/detect.ts";
import type { Face } from "../detect/face.ts";
import type { SearchEffort } from "../detect/looks.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import { toReading } from "../estimate/reading.ts";
import { type PixelMetrics, withFaceGeometry } from "../metrics/metrics.ts";
import type { RepairStep } from "../quality/plan.ts";
import { BEFORE_ESTIMATE, FOR_THE_EYE } from "../quality/policy.ts";
import { asFound, type RepairCandidate, type RepairRecord, repairFaces } from "../quality/repair.ts";
import { failedChecks } from "../quality/verdict.ts";
import type { FaceReading, FaceRepair } from "../types.ts";
import type { CropPixels, FaceBatch, FaceCompute, FaceOutput, RepairBeforeEstimate } from "./face-compute.ts";
import { toRgba } from "./rgba.ts";

/** What to bring back besides the readings. */
export interface Extras {
  readonly withCrops: boolean;
  /** Whether to go on with the repairs that are for the eye alone, and to report all of them. */
  readonly withRepair: boolean;
}

/** How faces are read. */
export interface ReadSettings extends Extras {
  readonly effort: SearchEffort;
}

/** A video frame has time for one round: the next frame is already on its way. */
const ROUNDS: Readonly<Record<SearchEffort, number>> = { frame: 1, photo: BEFORE_ESTIMATE.rounds };

/** align → measure → enhance → estimate for faces that fit into one batch. */
export async function readFaces(
  faces: readonly Face[],
  picture: Picture,
  compute: FaceCompute,
  model: ModelEntry,
  { withCrops, withRepair, effort }: ReadSettings,
): Promise<FaceReading[]> {
  const placed = faces.map((face) => ({ face, alignment: placeCrop(face, model.alignment, model.input.size) }));
  let records: RepairRecord[] = [];
  const repairBeforeEstimate: RepairBeforeEstimate = async (metrics, apply) => {
    const found = placed.map(({ face }, index) => asFound(withFaceGeometry(metrics[index] as PixelMetrics, face)));
    records = await repairFaces(candidatesOf(placed, found), { ...BEFORE_ESTIMATE, rounds: ROUNDS[effort] }, apply);
    return records.flatMap(({ steps }, index) => (steps.length > 0 ? [index] : []));
  };
  const placements = placed.map(({ alignment }) => alignment.cropToPicture);
  const batch = await compute.run(picture, placements, { withCrops, repairBeforeEstimate });
  const readings = placed.map((each, index) =>
    toFaceReading(each, batch.outputs[index] as FaceOutput, records[index]?.steps ?? [], model),
  );
  return withRepair ? addRepairs(readings, candidatesOf(placed, records), batch, withCrops) : readings;
}

/** A face and where its crop lies. */
interface PlacedFace {
  readonly face: Face;
  readonly alignment: CropPlacement;
}

function toFaceReading(
  { face, alignment }: PlacedFace,
  { metrics: measured, posterior, crop }: FaceOutput,
  repairs: readonly RepairStep[],
  model: ModelEntry,
): FaceReading {
  const metrics = withFaceGeometry(measured, face);
  return {
    ...face,
    alignment,
    metrics,
    failed: failedChecks(metrics),
    reading: toReading(posterior, model, { metrics, repairs }),
    ...(crop && { crop: toRgba(crop) }),
  };
}

/** Repairs further, for the eye, and adds what was done to the readings. */
async function addRepairs(
  readings: FaceReading[],
  candidates: readonly RepairCandidate[],
  batch: FaceBatch,
  withCrops: boolean,
): Promise<FaceReading[]> {
  const records = await repairFaces(candidates, FOR_THE_EYE, batch.repair);
  if (records.every(({ steps }) => steps.length === 0)) return readings;
  const crops = withCrops ? await batch.repairedCrops() : [];
  return readings.map((reading, face) => {
    const record = records[face];
    return record && record.steps.length > 0 ? { ...reading, repair: toRepair(record, crops[face]) } : reading;
  });
}

function candidatesOf(placed: readonly PlacedFace[], records: readonly RepairRecord[]): RepairCandidate[] {
  return placed.map(({ alignment }, index) => ({
    record: records[index] as RepairRecord,
    enlargement: 1 / similarityScale(alignment.cropToPicture),
  }));
}

function toRepair(record: RepairRecord, crop: CropPixels | undefined): FaceRepair {
  return crop ? { ...record, crop: toRgba(crop) } : record;
}
