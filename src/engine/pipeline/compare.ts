import { median } from "../../math/index.ts";
import type { ComparedFace, Comparison, ModelReadings, Progress } from "../api.ts";
import type { Checkpoint, PictureDetector } from "../detect/detect.ts";
import type { Face } from "../detect/face.ts";
import type { Picture } from "../detect/picture.ts";
import type { SearchEffort } from "../detect/search-regions.ts";
import { EngineError } from "../errors.ts";
import { batches, readFaces } from "./analyse.ts";
import { toRgba } from "./crop-pixels.ts";
import type { FaceCompute } from "./face-compute.ts";
import { ageOf, type EstimatedFace } from "./face-records.ts";

interface ComparedParts {
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
  { detector, computes }: ComparedParts,
  picture: Picture,
  settings: CompareSettings,
): Promise<Comparison> {
  const [first] = computes;
  if (!first) throw new EngineError("unknown-model", "There is nothing to compare: name at least one model.");
  settings.onProgress({ kind: "step", step: "detect" });
  const found = await detector.detect(picture, settings.effort, settings.checkpoint);
  settings.onProgress({ kind: "step", step: "estimate" });
  const faces: ComparedFace[] = [];
  const models: ModelReadings[] = [];
  for (const compute of computes) {
    const estimated = await estimateAll(compute, found, picture, { ...settings, withCrops: compute === first });
    for (const { box, crop } of estimated) if (crop) faces.push({ box, crop: toRgba(crop) });
    models.push({
      modelId: compute.model.id,
      readings: estimated.map((face) => ageOf(face, compute.model)),
      msPerFace: await msPerFace(compute, found, picture, settings.effort),
    });
  }
  return {
    picture: { width: picture.width, height: picture.height },
    faces,
    cropSize: first.model.input.size,
    models,
  };
}

async function estimateAll(
  compute: FaceCompute,
  found: readonly Face[],
  picture: Picture,
  { effort, checkpoint, withCrops }: CompareSettings & { readonly withCrops: boolean },
): Promise<EstimatedFace[]> {
  const faces: EstimatedFace[] = [];
  for (const some of batches(found)) {
    await checkpoint();
    const { estimated } = await readFaces(some, picture, compute, { effort, withCrops });
    faces.push(...estimated);
  }
  return faces;
}

/** For one batch, of a network that has run before: the first run also compiles shaders and uploads weights. */
async function msPerFace(
  compute: FaceCompute,
  found: readonly Face[],
  picture: Picture,
  effort: SearchEffort,
): Promise<number> {
  const [timed] = batches(found);
  if (!timed) return 0;
  const times: number[] = [];
  let spent = 0;
  while (times.length < MAX_TIMED_RUNS && spent < TIMING_BUDGET_MS) {
    const started = performance.now();
    await readFaces(timed, picture, compute, { effort });
    const elapsed = performance.now() - started;
    times.push(elapsed / timed.length);
    spent += elapsed;
  }
  return median(times);
}
