import type { Checkpoint, Picture, PictureDetector } from "../detect/detect.ts";
import type { Face } from "../detect/face.ts";
import type { SearchEffort } from "../detect/search-regions.ts";
import { EngineError } from "../errors.ts";
import type { Comparison, FaceReading, ModelReadings, Progress, Reading } from "../types.ts";
import { batches } from "./analyse.ts";
import type { FaceCompute } from "./face-compute.ts";
import { estimateFaces, readFaces } from "./read-faces.ts";

interface ComparedRooms {
  readonly detector: PictureDetector;
  /** At least one. */
  readonly computes: readonly FaceCompute[];
}

interface CompareSettings {
  readonly effort: SearchEffort;
  readonly checkpoint: Checkpoint;
  readonly onProgress: (progress: Progress) => void;
}

/** Runs are repeated for the clock until this much time is spent, but not more often than MAX_TIMED_RUNS. */
const TIMING_BUDGET_MS = 400;
const MAX_TIMED_RUNS = 5;

/** Finds the faces once and reads them with each model, one after the other. */
export async function compare(
  { detector, computes }: ComparedRooms,
  picture: Picture,
  settings: CompareSettings,
): Promise<Comparison> {
  const { effort, checkpoint, onProgress } = settings;
  const [first] = computes;
  if (!first) throw new EngineError("unknown-model", "There is nothing to compare: name at least one model.");
  onProgress({ kind: "step", step: "detect" });
  const found = await detector.detect(picture, effort, checkpoint);
  onProgress({ kind: "step", step: "estimate" });
  const faces = await cropFaces(found, picture, first, effort);
  const models: ModelReadings[] = [];
  for (const compute of computes) models.push(await readWith(compute, found, picture, settings));
  return {
    picture: { width: picture.width, height: picture.height },
    faces,
    cropSize: first.model.input.size,
    models,
  };
}

async function cropFaces(found: readonly Face[], picture: Picture, compute: FaceCompute, effort: SearchEffort) {
  const faces: FaceReading[] = [];
  for (const batch of batches(found)) {
    faces.push(...(await readFaces(batch, picture, compute, { effort, withCrops: true, withRepair: false })));
  }
  return faces.flatMap(({ box, crop }) => (crop ? [{ box, crop }] : []));
}

async function readWith(
  compute: FaceCompute,
  found: readonly Face[],
  picture: Picture,
  { effort, checkpoint }: CompareSettings,
): Promise<ModelReadings> {
  const readings: Reading[] = [];
  for (const batch of batches(found)) {
    await checkpoint();
    for (const { age } of await estimateFaces(batch, picture, compute, { effort })) if (age) readings.push(age);
  }
  const [timed] = batches(found);
  return {
    modelId: compute.model.id,
    readings,
    msPerFace: timed ? await msPerFace(compute, timed, picture, effort) : 0,
  };
}

/** Of a network that has run before: the first run also compiles shaders and uploads weights. */
async function msPerFace(
  compute: FaceCompute,
  faces: readonly Face[],
  picture: Picture,
  effort: SearchEffort,
): Promise<number> {
  const times: number[] = [];
  let spent = 0;
  while (times.length < MAX_TIMED_RUNS && spent < TIMING_BUDGET_MS) {
    const started = performance.now();
    await estimateFaces(faces, picture, compute, { effort });
    const elapsed = performance.now() - started;
    times.push(elapsed / faces.length);
    spent += elapsed;
  }
  return median(times);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle - 0.5)] as number) + (sorted[Math.floor(middle)] as number)) / 2;
}
