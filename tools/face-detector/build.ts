/**
 * Makes the shipped public/models/face-detector/*.tflite from the models in @mediapipe/face_detection (Apache-2.0).
 *
 *     npx tsx tools/face-detector/build.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { withNormalisation } from "./metadata.ts";

/** Pixels 0…255 become −1…1, as the detectors were trained. */
export const DETECTOR_NORMALISATION = { mean: 127.5, standardDeviation: 127.5 };

export const DETECTORS = {
  "short-range": "face_detection_short_range.tflite",
  "full-range": "face_detection_full_range.tflite",
} as const;

/** The one that the app loads; docs/detector.md says why. */
export const SHIPPED_DETECTOR = "short-range" satisfies keyof typeof DETECTORS;

/** The detector `name` with its normalisation metadata, as tasks-vision can load it. */
export function buildDetector(name: keyof typeof DETECTORS): Uint8Array {
  const require = createRequire(import.meta.url);
  const original = readFileSync(require.resolve(`@mediapipe/face_detection/${DETECTORS[name]}`));
  return withNormalisation(original, DETECTOR_NORMALISATION);
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(import.meta.dirname, "../../public/models/face-detector");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${SHIPPED_DETECTOR}.tflite`), buildDetector(SHIPPED_DETECTOR));
}
