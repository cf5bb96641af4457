import { placeCrop } from "../align/template.ts";
import type { Checkpoint, Picture, PictureDetector } from "../detect/detect.ts";
import type { Face } from "../detect/face.ts";
import type { SearchEffort } from "../detect/looks.ts";
import { centralInterval, expectedAge, quantile } from "../estimate/decode.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import { withFaceGeometry } from "../metrics/metrics.ts";
import type { Analysis, FaceReading, Progress, Reading } from "../types.ts";
import type { FaceCompute, FaceOutput } from "./face-compute.ts";

/** The rooms of the house, ready for work. */
export interface Rooms {
  readonly detector: PictureDetector;
  readonly compute: FaceCompute;
  readonly model: ModelEntry;
}

/** How one picture is to be read. */
export interface AnalyseSettings {
  readonly effort: SearchEffort;
  readonly withCrops: boolean;
  readonly checkpoint: Checkpoint;
  readonly onProgress: (progress: Progress) => void;
}

/** Faces are estimated in batches of at most this many, which bounds the memory that a crowd needs. */
const MAX_BATCH = 32;

/** detect → align → measure → estimate: a picture in, a reading for every face out. */
export async function analyse(
  { detector, compute, model }: Rooms,
  picture: Picture,
  settings: AnalyseSettings,
): Promise<Omit<Analysis, "timings"> & { timings: { detect: number; estimate: number } }> {
  const { checkpoint, onProgress } = settings;
  onProgress({ kind: "room", room: "detect" });
  const started = performance.now();
  const found = await detector.detect(picture, settings.effort, checkpoint);
  const detected = performance.now();

  onProgress({ kind: "room", room: "estimate" });
  const faces: FaceReading[] = [];
  for (let first = 0; first < found.length; first += MAX_BATCH) {
    await checkpoint();
    faces.push(
      ...(await readFaces(found.slice(first, first + MAX_BATCH), picture, compute, model, settings.withCrops)),
    );
  }
  await checkpoint();
  return {
    picture: { width: picture.width, height: picture.height },
    faces,
    cropSize: model.input.size,
    modelId: model.id,
    backend: compute.device.backend,
    timings: { detect: detected - started, estimate: performance.now() - detected },
  };
}

async function readFaces(
  faces: readonly Face[],
  picture: Picture,
  compute: FaceCompute,
  model: ModelEntry,
  withCrops: boolean,
): Promise<FaceReading[]> {
  const placements = faces.map((face) => placeCrop(face, model.alignment, model.input.size));
  const outputs = await compute.run(
    picture,
    placements.map(({ cropToPicture }) => cropToPicture),
    withCrops,
  );
  return faces.map((face, index) => {
    const output = outputs[index] as FaceOutput;
    const alignment = placements[index] as FaceReading["alignment"];
    return {
      ...face,
      alignment,
      metrics: withFaceGeometry(output.metrics, face),
      reading: toReading(output.posterior, model),
      ...(output.crop && { crop: toRgba(output.crop) }),
    };
  });
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

function toRgba(crop: Float32Array): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray((crop.length / 3) * 4).fill(255);
  crop.forEach((value, index) => {
    rgba[Math.floor(index / 3) * 4 + (index % 3)] = value;
  });
  return rgba;
}
