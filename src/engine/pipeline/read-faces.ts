import { similarityScale } from "../../math/index.ts";
import { type CropPlacement, placeCrop } from "../align/template.ts";
import type { Picture } from "../detect/detect.ts";
import type { Face } from "../detect/face.ts";
import type { SearchEffort } from "../detect/search-regions.ts";
import { EngineError } from "../errors.ts";
import type { DecodedFace } from "../estimate/decode-heads.ts";
import { decodeWithPolicy } from "../estimate/reading.ts";
import { type PixelMetrics, withFaceGeometry } from "../metrics/metrics.ts";
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
  /** Whether to say what gender each face appears to have, where there is a model that does. */
  readonly withGender: boolean;
}

/** How faces are read. */
export interface ReadSettings extends Extras {
  readonly effort: SearchEffort;
}

/** What estimating needs to know; nothing is brought back besides what the model says when left out. */
type EstimateSettings = Pick<ReadSettings, "effort"> & Partial<Pick<Extras, "withCrops">>;

/** A video frame has time for one round: the next frame is already on its way. */
const ROUNDS: Readonly<Record<SearchEffort, number>> = { frame: 1, photo: BEFORE_ESTIMATE.rounds };

/** align → measure → enhance → estimate for faces that fit into one batch. */
export async function readFaces(
  faces: readonly Face[],
  picture: Picture,
  compute: FaceCompute,
  settings: Omit<ReadSettings, "withGender">,
): Promise<FaceReading[]> {
  const { estimated, batch } = await runRooms(faces, picture, compute, settings);
  const readings = estimated.map((each) => toFaceReading(each, compute));
  return settings.withRepair ? addRepairs(readings, estimated, batch, settings.withCrops) : readings;
}

/** What a model says about faces that were found, after the same repairs as `readFaces` makes. */
export async function estimateFaces(
  faces: readonly Face[],
  picture: Picture,
  compute: FaceCompute,
  settings: EstimateSettings,
): Promise<DecodedFace[]> {
  const { estimated } = await runRooms(faces, picture, compute, settings);
  return estimated.map((each) => decode(each, compute));
}

/** A face on its way through the rooms. */
interface EstimatedFace {
  readonly face: Face;
  readonly alignment: CropPlacement;
  readonly output: FaceOutput;
  /** What was repaired before the estimate. */
  readonly record: RepairRecord;
}

async function runRooms(
  faces: readonly Face[],
  picture: Picture,
  compute: FaceCompute,
  { withCrops = false, effort }: EstimateSettings,
): Promise<{ estimated: EstimatedFace[]; batch: FaceBatch }> {
  const { alignment: template, input } = compute.model;
  const alignments = faces.map((face) => placeCrop(face, template, input.size));
  let records: RepairRecord[] = [];
  const repairBeforeEstimate: RepairBeforeEstimate = async (metrics, apply) => {
    const candidates = faces.map((face, index) => ({
      record: asFound(withFaceGeometry(metrics[index] as PixelMetrics, face)),
      enlargement: enlargementOf(alignments[index] as CropPlacement),
    }));
    records = await repairFaces(candidates, { ...BEFORE_ESTIMATE, rounds: ROUNDS[effort] }, apply);
    return records.flatMap(({ steps }, index) => (steps.length > 0 ? [index] : []));
  };
  const placements = alignments.map(({ cropToPicture }) => cropToPicture);
  const batch = await compute.run(picture, placements, { withCrops, repairBeforeEstimate });
  const estimated = faces.map((face, index) => ({
    face,
    alignment: alignments[index] as CropPlacement,
    output: batch.outputs[index] as FaceOutput,
    record: records[index] as RepairRecord,
  }));
  return { estimated, batch };
}

function decode({ face, output, record }: EstimatedFace, { model }: FaceCompute): DecodedFace {
  const metrics = withFaceGeometry(output.metrics, face);
  return decodeWithPolicy(output.network, model, { metrics, repairs: record.steps });
}

function toFaceReading(estimated: EstimatedFace, compute: FaceCompute): FaceReading {
  const { face, alignment, output } = estimated;
  const metrics = withFaceGeometry(output.metrics, face);
  const { age, gender } = decode(estimated, compute);
  if (!age) throw new EngineError("unknown-model", `The model “${compute.model.id}” says no age: choose another one.`);
  return {
    ...face,
    alignment,
    metrics,
    failed: failedChecks(metrics),
    reading: age,
    ...(gender && { gender }),
    ...(output.crop && { crop: toRgba(output.crop) }),
  };
}

/** Repairs further, for the eye, and adds what was done to the readings. */
async function addRepairs(
  readings: FaceReading[],
  estimated: readonly EstimatedFace[],
  batch: FaceBatch,
  withCrops: boolean,
): Promise<FaceReading[]> {
  const candidates = estimated.map(
    ({ record, alignment }): RepairCandidate => ({ record, enlargement: enlargementOf(alignment) }),
  );
  const records = await repairFaces(candidates, FOR_THE_EYE, batch.repair);
  if (records.every(({ steps }) => steps.length === 0)) return readings;
  const crops = withCrops ? await batch.repairedCrops() : [];
  return readings.map((reading, face) => {
    const record = records[face];
    return record && record.steps.length > 0 ? { ...reading, repair: toRepair(record, crops[face]) } : reading;
  });
}

/** Crop pixels per picture pixel. */
function enlargementOf({ cropToPicture }: CropPlacement): number {
  return 1 / similarityScale(cropToPicture);
}

function toRepair(record: RepairRecord, crop: CropPixels | undefined): FaceRepair {
  return crop ? { ...record, crop: toRgba(crop) } : record;
}
