import type { Face } from "../detect/face.ts";
import { estimatePose, type Pose } from "./pose/index.ts";
import type { PixelMetrics } from "./registry.ts";
import { resolutionPx } from "./resolution/index.ts";

export type { Pose } from "./pose/index.ts";
export {
  decodeMeasurements,
  FLOATS_PER_FACE,
  PIXEL_METRIC_IDS,
  PIXEL_METRICS,
  type PixelMetricId,
  type PixelMetrics,
} from "./registry.ts";

/** Everything that is measured about one face. */
export type FaceMetrics = PixelMetrics & {
  /** Side of the face's box in pixels of the picture. */
  readonly resolutionPx: number;
  readonly pose: Pose;
};

/** Adds what the detector knows about a face to what was measured on its crop. */
export function withFaceGeometry(measured: PixelMetrics, face: Pick<Face, "box" | "keypoints">): FaceMetrics {
  return { ...measured, resolutionPx: resolutionPx(face.box), pose: estimatePose(face.keypoints) };
}
