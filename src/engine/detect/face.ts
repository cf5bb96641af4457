import type { PixelBox, Point } from "../../math/geometry.ts";

/** Keypoint names in the detector's order; right and left are the person's own. */
export const KEYPOINT_NAMES = ["rightEye", "leftEye", "nose", "mouth", "rightEar", "leftEar"] as const;

export type KeypointName = (typeof KEYPOINT_NAMES)[number];

/** Six points in pixels of the picture; they may lie outside of it. */
export type FaceKeypoints = Readonly<Record<KeypointName, Point>>;

/** A face as the detector found it, in pixels of the upright picture. */
export interface Face {
  readonly box: PixelBox;
  readonly keypoints: FaceKeypoints;
  /** The detector's confidence, 0…1. */
  readonly score: number;
}

/** Applies `map` to each keypoint. */
export function mapKeypoints(keypoints: FaceKeypoints, map: (point: Point) => Point): FaceKeypoints {
  return Object.fromEntries(KEYPOINT_NAMES.map((name) => [name, map(keypoints[name])])) as Record<KeypointName, Point>;
}
