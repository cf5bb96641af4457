import { distance } from "../../math/geometry.ts";
import { boxCentre, type PixelBox } from "../../math/index.ts";
import search from "../facts/face-search.json" with { type: "json" };
import type { Face } from "./face.ts";
import type { Region } from "./view.ts";

/** `boxSides` is the view's side in sides of the face's box: what the network's training pictures had around the face. */
const { closeView: CLOSE_VIEW, confirmation: CONFIRMATION } = search;

/** The roll of the head: the angle in radians by which the line from right to left eye is turned clockwise. */
export function rollAngle({ keypoints: { rightEye, leftEye } }: Face): number {
  return Math.atan2(leftEye.y - rightEye.y, leftEye.x - rightEye.x);
}

/** A close view of `face` that shows it upright, `boxSides` times as wide as its box, turned by `extraTurn` radians more. */
export function closeRegion(face: Face, extraTurn = 0, boxSides = CLOSE_VIEW.boxSides): Region {
  const side = boxSides * Math.max(face.box.width, face.box.height);
  return { centre: boxCentre(face.box), size: { width: side, height: side }, angle: -(rollAngle(face) + extraTurn) };
}

/** The detection that is the face at the middle of `region`, if there is one. */
export function nearestToCentre(faces: readonly Face[], region: Region): Face | undefined {
  const reach = region.size.width * CLOSE_VIEW.reach;
  return faces
    .map((face) => ({ face, away: distance(boxCentre(face.box), region.centre) }))
    .filter(({ away }) => away < reach)
    .sort((a, b) => a.away - b.away)[0]?.face;
}

/** True when two boxes differ in side by little: the second detection must not jump to another face. */
export function similarSize(a: PixelBox, b: PixelBox): boolean {
  const ratio = a.width / b.width;
  return ratio > 1 / CLOSE_VIEW.maxSizeRatio && ratio < CLOSE_VIEW.maxSizeRatio;
}

/** The views that a face has to be seen in again, unless its score leaves no doubt. */
export function confirmingRegions(face: Face): Region[] {
  return face.score >= CONFIRMATION.surelyAFace
    ? []
    : CONFIRMATION.boxSides.map((boxSides) => closeRegion(face, 0, boxSides));
}

/**
 * Whether the scores of one face, in its close view and in those that were to confirm it, are those of a face: what only
 * resembles one does so in one view and not in the next.
 */
export function isConfirmed(scores: readonly number[]): boolean {
  return scores.reduce((sum, score) => sum + score, 0) / scores.length >= CONFIRMATION.minMeanScore;
}
