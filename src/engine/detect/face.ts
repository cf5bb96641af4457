import type { PixelBox, Point, Space } from "../../math/geometry.ts";

/** Keypoint names in the detector's order; right and left are the person's own. */
export const KEYPOINT_NAMES = ["rightEye", "leftEye", "nose", "mouth", "rightEar", "leftEar"] as const;

/** The name of one of the six points. */
export type KeypointName = (typeof KEYPOINT_NAMES)[number];

/** Six points, in pixels of the picture unless said otherwise; they may lie outside of it. */
export type FaceKeypoints<S extends Space = "picture"> = Readonly<Record<KeypointName, Point<S>>>;

/** A face as the detector found it, in pixels of the upright picture unless said otherwise. */
export interface Face<S extends Space = "picture"> {
  readonly box: PixelBox<S>;
  readonly keypoints: FaceKeypoints<S>;
  /** The detector's confidence, 0…1. */
  readonly score: number;
}

/** Applies `map` to each keypoint. */
export function mapKeypoints<From extends Space, To extends Space>(
  keypoints: FaceKeypoints<From>,
  map: (point: Point<From>) => Point<To>,
): FaceKeypoints<To> {
  return Object.fromEntries(KEYPOINT_NAMES.map((name) => [name, map(keypoints[name])])) as FaceKeypoints<To>;
}
