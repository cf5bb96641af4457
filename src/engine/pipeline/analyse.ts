import type { Checkpoint, Picture, PictureDetector } from "../detect/detect.ts";
import type { Face } from "../detect/face.ts";
import type { Analysis, Device, FaceReading, Progress } from "../types.ts";
import type { FaceCompute } from "./face-compute.ts";
import { estimateFaces, type ReadSettings, readFaces } from "./read-faces.ts";

/** The rooms of the house, ready for work. */
export interface Rooms {
  readonly detector: PictureDetector;
  readonly device: Device;
  readonly compute: FaceCompute;
  /** Another model for the second reading, where one is wanted and `compute` does not give it. */
  readonly genderCompute?: FaceCompute | undefined;
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
  { detector, device, compute, genderCompute }: Rooms,
  picture: Picture,
  settings: AnalyseSettings,
): Promise<Omit<Analysis, "timings"> & { timings: { detect: number; estimate: number } }> {
  const { checkpoint, onProgress } = settings;
  onProgress({ kind: "step", step: "detect" });
  const started = performance.now();
  const found = await detector.detect(picture, settings.effort, checkpoint);
  const detected = performance.now();

  onProgress({ kind: "step", step: "estimate" });
  const faces: FaceReading[] = [];
  for (const batch of batches(found)) {
    await checkpoint();
    const read = await readFaces(batch, picture, compute, settings);
    faces.push(...(genderCompute ? await addGender(read, picture, genderCompute, settings) : read));
  }
  await checkpoint();
  return {
    picture: { width: picture.width, height: picture.height },
    faces: settings.withGender ? faces : faces.map(withoutGender),
    cropSize: compute.model.input.size,
    modelId: compute.model.id,
    backend: device.backend,
    timings: { detect: detected - started, estimate: performance.now() - detected },
  };
}

/** `faces` in groups small enough for the device. */
export function batches(faces: readonly Face[]): Face[][] {
  return Array.from({ length: Math.ceil(faces.length / MAX_BATCH) }, (_, index) =>
    faces.slice(index * MAX_BATCH, (index + 1) * MAX_BATCH),
  );
}

async function addGender(
  faces: FaceReading[],
  picture: Picture,
  compute: FaceCompute,
  { effort }: AnalyseSettings,
): Promise<FaceReading[]> {
  const decoded = await estimateFaces(faces, picture, compute, { effort });
  return faces.map((face, index) => {
    const gender = decoded[index]?.gender;
    return gender ? { ...face, gender } : face;
  });
}

/** Nobody gets the second reading without having asked for it. */
function withoutGender({ gender: _, ...face }: FaceReading): FaceReading {
  return face;
}
