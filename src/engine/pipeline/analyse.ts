import { similarityScale, zip } from "../../math/index.ts";
import { placeCrop } from "../align/template.ts";
import type { Analysis, Device, FaceReading, Progress, ReadOptions } from "../api.ts";
import type { Checkpoint, PictureDetector } from "../detect/detect.ts";
import type { Face } from "../detect/face.ts";
import type { Picture } from "../detect/picture.ts";
import type { SearchEffort } from "../detect/search-regions.ts";
import type { Views } from "../estimate/network.ts";
import { decodeWithPolicy } from "../estimate/reading.ts";
import estimate from "../facts/estimate.json" with { type: "json" };
import { withFaceGeometry } from "../metrics/metrics.ts";
import { BEFORE_ESTIMATE, FOR_THE_EYE } from "../quality/policy.ts";
import { asFound, repairFaces } from "../quality/repair.ts";
import type { FaceBatch, FaceCompute } from "./face-compute.ts";
import { type AlignedFace, type EstimatedFace, type MeasuredFace, toFaceReading } from "./face-records.ts";

/** What reads a picture, loaded and ready for work. */
export interface EngineParts {
  readonly detector: PictureDetector;
  readonly device: Device;
  readonly compute: FaceCompute;
  /** Another model for the second reading, where one is wanted and `compute` does not give it. */
  readonly genderCompute?: FaceCompute | undefined;
}

/** How one picture is to be read. */
export interface AnalyseSettings extends Omit<ReadOptions, "modelId"> {
  readonly checkpoint: Checkpoint;
  readonly onProgress: (progress: Progress) => void;
}

/** Faces are estimated in batches of at most this many, which bounds the memory that a crowd needs. */
const MAX_BATCH = 32;

/** A video frame has time for one round: the next frame is already on its way. */
const ROUNDS: Readonly<Record<SearchEffort, number>> = { frame: 1, photo: BEFORE_ESTIMATE.rounds };

/** What the network sees of each face. */
const VIEWS: Readonly<Record<SearchEffort, Views>> = estimate.views;

/** A picture in, a reading for every face out: detect → align → measure → repair → estimate. */
export async function analyse(
  { detector, device, compute, genderCompute }: EngineParts,
  picture: Picture,
  settings: AnalyseSettings,
): Promise<Omit<Analysis, "timings"> & { timings: { detect: number; estimate: number } }> {
  const { effort, checkpoint, onProgress } = settings;

  // 1. Detect: the picture → any number of faces, each with its box, six keypoints and a score, in pixels of the picture.
  onProgress({ kind: "step", step: "detect" });
  const started = performance.now();
  const found = await detector.detect(picture, effort, checkpoint);
  const detected = performance.now();

  // 2 to 5. Align, measure, repair and estimate: up to 32 faces at once.
  onProgress({ kind: "step", step: "estimate" });
  const faces: FaceReading[] = [];
  for (const some of batches(found)) {
    await checkpoint();
    const { estimated, batch } = await readFaces(some, picture, compute, settings);
    const shown = settings.withRepair ? await repairForTheEye(estimated, batch, settings) : estimated;
    const complete = genderCompute ? await addGender(shown, picture, genderCompute, effort) : shown;
    faces.push(...complete.map((face) => toFaceReading(face, compute.model, settings)));
  }
  await checkpoint();
  return {
    picture: { width: picture.width, height: picture.height },
    faces,
    cropSize: compute.model.input.size,
    modelId: compute.model.id,
    backend: device.backend,
    timings: { detect: detected - started, estimate: performance.now() - detected },
  };
}

/** Steps 2 to 5 for n faces that fit into one batch. `batch` holds their crops until the next one is begun. */
export async function readFaces(
  found: readonly Face[],
  picture: Picture,
  compute: FaceCompute,
  { effort, withCrops = false }: Pick<ReadOptions, "effort"> & Partial<Pick<ReadOptions, "withCrops">>,
): Promise<{ estimated: EstimatedFace[]; batch: FaceBatch }> {
  const { model } = compute;

  // 2. Align: keypoints → where each crop lies; the crops [n, size, size, 3], RGB 0…255, stay on the device.
  const aligned = found.map((face): AlignedFace => {
    const alignment = placeCrop(face, model.alignment, model.input.size);
    return { ...face, alignment, enlargement: 1 / similarityScale(alignment.cropToPicture) };
  });
  const batch = compute.align(
    picture,
    aligned.map(({ alignment }) => alignment.cropToPicture),
    VIEWS[effort],
  );

  // 3. Measure: crops → six numbers per face, to which the box adds the resolution and the keypoints the pose.
  const measured = zip(aligned, await batch.measure({ withCrops })).map(
    ([face, { crop, metrics: pixelMetrics }]): MeasuredFace => {
      const metrics = withFaceGeometry(pixelMetrics, face);
      return { ...face, metrics, crop, repair: asFound(metrics) };
    },
  );

  // 4. Repair: where a standard is not met, filters → the same crops, better, and what they measure now.
  const repaired = await repairFaces(measured, { ...BEFORE_ESTIMATE, rounds: ROUNDS[effort] }, batch);

  // 5. Estimate: crops → the network's outputs [n, …], one per head → a posterior over ages, and from it the reading.
  const outputs = await batch.estimate(repaired.map(({ repair }) => repair.steps.length > 0));
  const estimated = zip(repaired, outputs).map(([face, output]) => ({
    ...face,
    ...decodeWithPolicy(output, model, { metrics: face.metrics, repairs: face.repair.steps }),
  }));
  return { estimated, batch };
}

/** `faces` in groups small enough for the device. */
export function batches(faces: readonly Face[]): Face[][] {
  return Array.from({ length: Math.ceil(faces.length / MAX_BATCH) }, (_, index) =>
    faces.slice(index * MAX_BATCH, (index + 1) * MAX_BATCH),
  );
}

/** Step 4 once more after the estimate: these repairs change nothing but the picture that is shown. */
async function repairForTheEye(
  faces: readonly EstimatedFace[],
  batch: FaceBatch,
  { withCrops }: Pick<ReadOptions, "withCrops">,
): Promise<EstimatedFace[]> {
  const repaired = await repairFaces(faces, FOR_THE_EYE, batch);
  if (!withCrops || repaired.every(({ repair }) => repair.steps.length === 0)) return repaired;
  return zip(repaired, await batch.crops()).map(([face, repairedCrop]) => ({ ...face, repairedCrop }));
}

/** Steps 2 to 5 once more, by a model of its own that says a gender. */
async function addGender(
  faces: readonly EstimatedFace[],
  picture: Picture,
  compute: FaceCompute,
  effort: SearchEffort,
): Promise<EstimatedFace[]> {
  const { estimated } = await readFaces(faces, picture, compute, { effort });
  return zip(faces, estimated).map(([face, { gender }]) => ({ ...face, gender }));
}
