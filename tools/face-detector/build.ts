/**
 * Makes the shipped public/models/face-detector/* from the models in @mediapipe/face_detection (Apache-2.0).
 *
 *     npx tsx tools/face-detector/build.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { convertGraph } from "./graph.ts";
import { withNormalisation } from "./metadata.ts";

/** Pixels 0…255 become −1…1, as the detectors were trained. */
export const DETECTOR_NORMALISATION = { mean: 127.5, standardDeviation: 127.5 };

export const DETECTORS = {
  "short-range": "face_detection_short_range.tflite",
  "full-range": "face_detection_full_range.tflite",
} as const;

/** The one that the app loads; docs/detector.md says why. */
export const SHIPPED_DETECTOR = "short-range" satisfies keyof typeof DETECTORS;

/** Names of the files that the app's own graph is made of, beside the .tflite. */
export const GRAPH_FILES = { topology: "short-range.json", weights: "short-range.bin" } as const;

/** The detector `name` with its normalisation metadata, as tasks-vision can load it. */
export function buildDetector(name: keyof typeof DETECTORS): Uint8Array {
  return withNormalisation(readOriginal(name), DETECTOR_NORMALISATION);
}

/** The shipped detector as a graph for TensorFlow.js, for browsers in which MediaPipe cannot start. */
export function buildGraph(): { readonly topology: Uint8Array; readonly weights: Uint8Array } {
  const { description, weights } = convertGraph(readOriginal(SHIPPED_DETECTOR));
  return { topology: new TextEncoder().encode(`${JSON.stringify(description)}\n`), weights };
}

function readOriginal(name: keyof typeof DETECTORS): Uint8Array {
  const require = createRequire(import.meta.url);
  return readFileSync(require.resolve(`@mediapipe/face_detection/${DETECTORS[name]}`));
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(import.meta.dirname, "../../public/models/face-detector");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${SHIPPED_DETECTOR}.tflite`), buildDetector(SHIPPED_DETECTOR));
  const graph = buildGraph();
  writeFileSync(join(folder, GRAPH_FILES.topology), graph.topology);
  writeFileSync(join(folder, GRAPH_FILES.weights), graph.weights);
}
