import { type Detection, FaceDetector } from "@mediapipe/tasks-vision";
import moduleFactory from "@mediapipe/tasks-vision/vision_wasm_module_internal.js";
import type { PixelSize } from "../../math/geometry.ts";
import { EngineError } from "../errors.ts";
import { ContextProbe } from "./context-probe.ts";
import { type Face, type FaceKeypoints, KEYPOINT_NAMES } from "./face.ts";

/** MediaPipe's FaceDetector on one upright picture; the only place that knows MediaPipe's types. */
export interface SinglePassDetector {
  /**
   * Faces in pixels of `image`. Synchronous: it blocks the worker for about 10 ms.
   *
   * @throws EngineError `gpu-lost` instead of faces from a graphics context that is lost.
   */
  detect(image: OffscreenCanvas): Face<"view">[];
  /** True once the graphics context under the detector is lost: another detector has to take its place. */
  readonly lost: boolean;
  close(): void;
}

/** What the detector needs, already downloaded and checked. */
export interface DetectorAssets {
  /** Address of tasks-vision's wasm binary (a blob or same-origin URL). */
  readonly wasmUrl: string;
  /** A TFLite face detector that carries NormalizationOptions metadata. */
  readonly model: Uint8Array;
  /** Detections below this confidence are dropped, 0…1. */
  readonly minScore: number;
}

/** Starts MediaPipe's wasm runtime with one detector. */
export async function createSinglePassDetector(assets: DetectorAssets): Promise<SinglePassDetector> {
  // tasks-vision forgets the factory after each use and finds it only here.
  (globalThis as { ModuleFactory?: unknown }).ModuleFactory = moduleFactory;
  const canvas = new OffscreenCanvas(1, 1);
  const detector = await FaceDetector.createFromOptions(
    { wasmLoaderPath: "", wasmBinaryPath: assets.wasmUrl },
    {
      canvas,
      baseOptions: { modelAssetBuffer: assets.model, delegate: "CPU" },
      runningMode: "IMAGE",
      minDetectionConfidence: assets.minScore,
    },
  );
  const probe = new ContextProbe(canvas);
  if (probe.isLost()) throw new EngineError("gpu-lost", "The graphics processor stopped while the detector started.");
  return {
    detect: (image) => {
      const { detections } = detector.detect(image);
      if (probe.isLost())
        throw new EngineError("gpu-lost", "The graphics processor stopped while faces were looked for.");
      return detections.flatMap((detection) => toFace(detection, image) ?? []);
    },
    get lost() {
      return probe.isLost();
    },
    close: () => detector.close(),
  };
}

function toFace(detection: Detection, size: PixelSize): Face<"view"> | undefined {
  const box = detection.boundingBox;
  if (!box || detection.keypoints.length < KEYPOINT_NAMES.length) return undefined;
  const keypoints = Object.fromEntries(
    KEYPOINT_NAMES.map((name, index) => {
      const point = detection.keypoints[index] ?? { x: 0, y: 0 };
      return [name, { x: point.x * size.width, y: point.y * size.height }];
    }),
  ) as FaceKeypoints<"view">;
  return {
    box: { x: box.originX, y: box.originY, width: box.width, height: box.height },
    keypoints,
    score: detection.categories[0]?.score ?? 0,
  };
}
