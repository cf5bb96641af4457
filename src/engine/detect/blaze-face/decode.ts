import { intersectionOverUnion, type PixelBox, type Point } from "../../../math/index.ts";
import search from "../../facts/face-search.json" with { type: "json" };
import { type Face, type FaceKeypoints, KEYPOINT_NAMES } from "../face.ts";
import type { AnchorGrid } from "./description.ts";

/** Numbers per anchor: centre and size of the box, then the keypoints, x before y, in pixels of the input. */
export const NUMBERS_PER_ANCHOR = 4 + 2 * KEYPOINT_NAMES.length;
/** Logits beyond this are no surer; it keeps the exponential finite. */
const MAX_LOGIT = 100;

/** Centres of all anchors in the order of the network's outputs. */
export function anchorsOf(grids: readonly AnchorGrid[], inputSide: number): Point<"input">[] {
  return grids.flatMap(({ cells, perCell }) =>
    Array.from({ length: cells * cells * perCell }, (_, index) => {
      const cell = Math.floor(index / perCell);
      const cellSide = inputSide / cells;
      return { x: ((cell % cells) + 0.5) * cellSide, y: (Math.floor(cell / cells) + 0.5) * cellSide };
    }),
  );
}

/**
 * The candidates in the outputs for one view, in pixels of the input.
 *
 * `regressors` has NUMBERS_PER_ANCHOR numbers for each anchor and `scores` one logit; candidates below `minScore`, 0…1,
 * are left out.
 */
export function decodeCandidates(
  regressors: Float32Array,
  scores: Float32Array,
  anchors: readonly Point<"input">[],
  minScore: number,
): Face<"input">[] {
  return anchors.flatMap((anchor, index) => {
    const score = sigmoid(scores[index] as number);
    if (score < minScore) return [];
    const numbers = regressors.subarray(index * NUMBERS_PER_ANCHOR, (index + 1) * NUMBERS_PER_ANCHOR);
    const point = (at: number): Point<"input"> => ({
      x: (numbers[at] as number) + anchor.x,
      y: (numbers[at + 1] as number) + anchor.y,
    });
    const centre = point(0);
    const [width, height] = [numbers[2] as number, numbers[3] as number];
    if (width <= 0 || height <= 0) return [];
    const keypoints = Object.fromEntries(
      KEYPOINT_NAMES.map((name, at) => [name, point(4 + 2 * at)]),
    ) as FaceKeypoints<"input">;
    return [{ box: { x: centre.x - width / 2, y: centre.y - height / 2, width, height }, keypoints, score }];
  });
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-Math.min(Math.max(logit, -MAX_LOGIT), MAX_LOGIT)));
}

/**
 * Weighted non-maximum suppression, as MediaPipe's: candidates that overlap the surest one become one face with its score,
 * whose box and keypoints are their means, weighted by their scores. Surest first.
 */
export function suppress(candidates: readonly Face<"input">[]): Face<"input">[] {
  let left = candidates.toSorted((a, b) => b.score - a.score);
  const faces: Face<"input">[] = [];
  while (left[0]) {
    const [surest] = left;
    const isSame = (other: Face<"input">) =>
      other === surest || intersectionOverUnion(other.box, surest.box) > search.sameFaceOverlap;
    faces.push(average(left.filter(isSame), surest.score));
    left = left.filter((other) => !isSame(other));
  }
  return faces;
}

function average(faces: readonly Face<"input">[], score: number): Face<"input"> {
  const total = faces.reduce((sum, face) => sum + face.score, 0);
  const mean = (of: (face: Face<"input">) => number) =>
    faces.reduce((sum, face) => sum + of(face) * face.score, 0) / total;
  const box: PixelBox<"input"> = {
    x: mean((face) => face.box.x),
    y: mean((face) => face.box.y),
    width: mean((face) => face.box.width),
    height: mean((face) => face.box.height),
  };
  const keypoints = Object.fromEntries(
    KEYPOINT_NAMES.map((name) => [
      name,
      { x: mean((face) => face.keypoints[name].x), y: mean((face) => face.keypoints[name].y) },
    ]),
  ) as FaceKeypoints<"input">;
  return { box, keypoints, score };
}
