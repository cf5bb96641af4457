import type { FaceMetrics, PixelMetrics } from "../../metrics/metrics.ts";

/** What the pixels of a face measure that meets every standard. */
export const GOOD_PIXELS: PixelMetrics = {
  sharpness: 300,
  brightness: 120,
  contrast: 50,
  noise: 1,
  clippedShadows: 0,
  clippedHighlights: 0,
};

/** A face that meets every standard, 200 pixels wide and turned towards the camera. */
export const GOOD_FACE: FaceMetrics = { ...GOOD_PIXELS, resolutionPx: 200, pose: { roll: 0, yaw: 0, pitch: 0 } };
