import type { Face } from "../../src/engine/detect/face.ts";
import { distance, intersectionOverUnion } from "../../src/math/index.ts";

/** The ways of searching that are compared: one detection each, and searches without minimum scores; see searches.ts. */
export const COMPARED_SEARCHES = [
  "short-range",
  "full-range",
  "frame",
  "frame by graph",
  "photo",
  "photo by graph",
  "photo by full",
] as const;

export type ComparedSearch = (typeof COMPARED_SEARCHES)[number];

export type SearchName = ComparedSearch | "shipped";

/** What one search found in one scene. */
export interface StudyRecord<F extends Face = Face> {
  readonly group: string;
  /** The scene's place in its group, from 0. */
  readonly scene: number;
  readonly search: SearchName;
  readonly expected: readonly Face[];
  readonly found: readonly F[];
  readonly ms: number;
}

/** A box at the expected place overlaps it by at least this (intersection over union). */
const MIN_OVERLAP = 0.3;
/** Keypoints may be off by this share of the box's width on average: more would turn or shift the crop. */
const MAX_KEYPOINT_ERROR = 0.25;
const COMPARED_POINTS = ["rightEye", "leftEye", "nose", "mouth"] as const;

/** Mean distance of eyes, nose and mouth from where they are, in widths of the expected box. */
export function keypointError(found: Face, expected: Face): number {
  const errors = COMPARED_POINTS.map((name) => distance(found.keypoints[name], expected.keypoints[name]));
  return errors.reduce((sum, error) => sum + error, 0) / errors.length / expected.box.width;
}

/** True when one of `found` is at the expected place with its keypoints where they belong. */
export function isFound(expected: Face, found: readonly Face[]): boolean {
  return found.some((face) => overlaps(face, expected) && keypointError(face, expected) < MAX_KEYPOINT_ERROR);
}

/** How many of `found` lie where no face is expected. People in the background are among them. */
export function countExtra(found: readonly Face[], expected: readonly Face[]): number {
  return found.filter((face) => !expected.some((other) => overlaps(face, other))).length;
}

function overlaps(a: Face, b: Face): boolean {
  return intersectionOverUnion(a.box, b.box) >= MIN_OVERLAP;
}
