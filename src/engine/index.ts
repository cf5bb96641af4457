import type { AnalyseOptions, Engine, EngineOptions, FaceReading, ImageInput } from "./api.ts";
import { EngineClient } from "./client/engine-client.ts";
import { sharedEngines } from "./client/shared-engines.ts";
import { startLink } from "./client/start-link.ts";

export type * from "./api.ts";
export type { BorrowEngine, BorrowedEngine } from "./client/shared-engines.ts";
export type { Face, FaceKeypoints, KeypointName } from "./detect/face.ts";
export { EngineError, ERROR_CODES, type ErrorCode, toEngineError } from "./errors.ts";
export type { AgeRange } from "./estimate/heads/head-kind.ts";
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
 * Makes an engine with a worker of its own. Nothing is downloaded before its first call, and nothing from another origin than
 * that of the package's files.
 *
 * @example
 * const engine = createEngine();
 * const { faces } = await engine.analyse(file);
 */
export function createEngine(options: EngineOptions = {}): Engine {
  return new EngineClient(() => startLink(options));
}

let shared: Engine | undefined;

/**
 * Reads every face of a picture, surest first, with an engine that all calls share.
 *
 * @throws EngineError as Engine.analyse
 * @example
 * for (const { reading } of await readAges(document.querySelector("img"))) {
 *   if (reading.status === "estimated") console.log(reading.years, reading.interval);
 * }
 */
export async function readAges(input: ImageInput, options?: AnalyseOptions): Promise<readonly FaceReading[]> {
  shared ??= createEngine();
  return (await shared.analyse(input, options)).faces;
}

/**
 * Lends an engine that is shared by all who ask for the same options, for parts of a page that know nothing of each other.
 *
 * @example
 * const { engine, giveBack } = borrowEngine();
 * const { faces } = await engine.analyse(file).finally(giveBack);
 */
export const borrowEngine = sharedEngines(createEngine);
