import { intersectionOverUnion } from "../../math/index.ts";
import search from "../facts/face-search.json" with { type: "json" };
import type { Face } from "./face.ts";

/** Two detections that overlap by more than this are the same face. */
const SAME_FACE_OVERLAP = search.sameFaceOverlap;

/** Keeps the surest of all detections of the same face (greedy non-maximum suppression), surest first. */
export function mergeFaces<F extends Face>(faces: readonly F[]): F[] {
  const kept: F[] = [];
  for (const face of [...faces].sort((a, b) => b.score - a.score)) {
    if (kept.every((other) => intersectionOverUnion(face.box, other.box) < SAME_FACE_OVERLAP)) kept.push(face);
  }
  return kept;
}
