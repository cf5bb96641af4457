import type { Engine, EngineOptions } from "./api.ts";
import { EngineClient } from "./client/engine-client.ts";
import { sharedEngines } from "./client/shared-engines.ts";

export type * from "./api.ts";
export type { BorrowEngine, BorrowedEngine } from "./client/shared-engines.ts";
export type { ImageInput } from "./decode/decode.ts";
export type { Face, FaceKeypoints, KeypointName } from "./detect/face.ts";
export { EngineError, ERROR_CODES, type ErrorCode, toEngineError } from "./errors.ts";
export type { AgeRange } from "./estimate/heads/head-kind.ts";
export type { TestFigures } from "./estimate/manifest.ts";
export type { FilterChoice, FilterId, FilterParamName } from "./filters/controls.ts";
export { FILTER_CONTROLS } from "./filters/controls.ts";
export type { FilterControl, FilterParams, ParamRange } from "./filters/filter.ts";
export type { FilterStep } from "./filters/steps.ts";
export { CAMERA_PROBLEMS, CameraError, type CameraProblem, closeCamera, openCamera } from "./live/camera.ts";
export { type FollowedFrame, type Following, type FollowOptions, followPeople } from "./live/follow-people.ts";
export type { ReadFrame } from "./live/frame-loop.ts";
export { FRAME_PARTS, type FrameTimes, type Speed } from "./live/speed.ts";
export type { FaceMetrics, PixelMetrics, Pose } from "./metrics/metrics.ts";
export type { RepairStep } from "./quality/plan.ts";
export {
  type Check,
  type CheckedMetric,
  type FailedCheck,
  hidesSharpness,
  THRESHOLDS,
  type Threshold,
} from "./quality/verdict.ts";
export { blend, gain, type Motion } from "./track/motion.ts";
export type { SettledReading } from "./track/settle.ts";
export { believedPeople, boxAt, NO_TRACKING, type Person, type Tracking, track } from "./track/track.ts";

/**
 * Starts an engine in a worker of its own. Nothing is downloaded before the first call.
 *
 * @example
 * const engine = createEngine({ manifestUrl: "models/manifest.json" });
 * const { faces } = await engine.analyse(file);
 */
export function createEngine({ manifestUrl, backend = "auto", modelId }: EngineOptions): Engine {
  const config = { manifestUrl: new URL(manifestUrl, document.baseURI).href, backend, modelId };
  return new EngineClient(config, () => new Worker(new URL("./worker/worker.ts", import.meta.url), { type: "module" }));
}

/**
 * Lends an engine that is shared by all who ask for the same options, for parts of a page that know nothing of each other.
 *
 * @example
 * const { engine, giveBack } = borrowEngine({ manifestUrl: "models/manifest.json" });
 * const { faces } = await engine.analyse(file).finally(giveBack);
 */
export const borrowEngine = sharedEngines(createEngine);
