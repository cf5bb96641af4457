import type { Checkpoint, Picture, PictureDetector } from "../detect/detect.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import type { Analysis, FaceReading, Progress } from "../types.ts";
import type { FaceCompute } from "./face-compute.ts";
import { type ReadSettings, readFaces } from "./read-faces.ts";

/** The rooms of the house, ready for work. */
export interface Rooms {
  readonly detector: PictureDetector;
  readonly compute: FaceCompute;
  readonly model: ModelEntry;
}

/** How one picture is to be read. */
export interface AnalyseSettings extends ReadSettings {
  readonly checkpoint: Checkpoint;
  readonly onProgress: (progress: Progress) => void;
}

/** Faces are estimated in batches of at most this many, which bounds the memory that a crowd needs. */
const MAX_BATCH = 32;

/** detect → align → measure → enhance → estimate: a picture in, a reading for every face out. */
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
    faces.push(...(await readFaces(found.slice(first, first + MAX_BATCH), picture, compute, model, settings)));
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
