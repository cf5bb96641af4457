import type { Detection, FaceDetector } from "@mediapipe/tasks-vision";
import type { PixelSize } from "../../math/geometry.ts";
import { EngineError } from "../errors.ts";
import { hasWasmSimd } from "../estimate/backend.ts";
import { ContextProbe } from "./context-probe.ts";
import { type Face, type FaceKeypoints, KEYPOINT_NAMES } from "./face.ts";
import type { Picture } from "./picture.ts";
import type { SinglePassDetector } from "./single-pass-detector.ts";
import { drawView, type View } from "./view.ts";

/** What the detector needs, already downloaded and checked. */
export interface MediaPipeAssets {
  /** Address of the package's media-pipe.js; where the bundler put it when left out. */
  readonly libraryUrl?: string | undefined;
  /** Address of tasks-vision's wasm binary (a blob or same-origin URL). */
  readonly wasmUrl: string;
  /** A TFLite face detector that carries NormalizationOptions metadata. */
  readonly model: Uint8Array;
  /** Detections below this confidence are dropped, 0…1. */
  readonly minScore: number;
}

/** Whether workers of this browser have what MediaPipe needs, on the processor too: WebGL, and SIMD in WebAssembly. */
export async function canRunMediaPipe(): Promise<boolean> {
  const canvas = new OffscreenCanvas(1, 1);
  return (canvas.getContext("webgl2") ?? canvas.getContext("webgl")) !== null && (await hasWasmSimd());
}

/** MediaPipe's FaceDetector; the only place that knows MediaPipe's types. It blocks the worker for about 10 ms a view. */
export class MediaPipeDetector implements SinglePassDetector {
  readonly viewsAtOnce = 1;
  readonly #detector: FaceDetector;
  readonly #probe: ContextProbe;
  readonly #canvas = new OffscreenCanvas(1, 1);

  private constructor(detector: FaceDetector, probe: ContextProbe) {
    this.#detector = detector;
    this.#probe = probe;
  }

  /**
   * Starts MediaPipe's wasm runtime with one detector.
   *
   * @throws Error where it cannot run after all; see canRunMediaPipe.
   */
  static async start({ libraryUrl, wasmUrl, model, minScore }: MediaPipeAssets): Promise<MediaPipeDetector> {
    const { FaceDetector, moduleFactory } = await importLibrary(libraryUrl);
    const canvas = new OffscreenCanvas(1, 1);
    // tasks-vision forgets the factory after each use and finds it only here.
    (globalThis as { ModuleFactory?: unknown }).ModuleFactory = moduleFactory;
    const detector = await FaceDetector.createFromOptions(
      { wasmLoaderPath: "", wasmBinaryPath: wasmUrl },
      {
        canvas,
        baseOptions: { modelAssetBuffer: model, delegate: "CPU" },
        runningMode: "IMAGE",
        minDetectionConfidence: minScore,
      },
    );
    const probe = new ContextProbe(canvas);
    if (probe.isLost()) throw new EngineError("gpu-lost", "The graphics processor stopped while the detector started.");
    return new MediaPipeDetector(detector, probe);
  }

  get lost(): boolean {
    return this.#probe.isLost();
  }

  async detect(picture: Picture, views: readonly View[]): Promise<Face<"view">[][]> {
    return views.map((view) => {
      drawView(this.#canvas, picture, view);
      const { detections } = this.#detector.detect(this.#canvas);
      if (this.lost) throw new EngineError("gpu-lost", "The graphics processor stopped while faces were looked for.");
      return detections.flatMap((detection) => toFace(detection, view.size) ?? []);
    });
  }

  close(): void {
    this.#detector.close();
  }
}

function importLibrary(address: string | undefined): Promise<typeof import("./media-pipe-library.ts")> {
  return address ? import(/* @vite-ignore */ address) : import("./media-pipe-library.ts");
}

function toFace(detection: Detection, size: PixelSize<"view">): Face<"view"> | undefined {
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
