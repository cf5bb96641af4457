import { expect, test } from "vitest";
import { type FaceKeypoints, KEYPOINT_NAMES } from "../../src/engine/detect/face.ts";
import { distributedSize, nearestCentre, toDistributed } from "./picture-coordinates.ts";

const at = (x: number, y: number) =>
  Object.fromEntries(KEYPOINT_NAMES.map((name) => [name, { x, y }])) as FaceKeypoints;

/** A picture of 4,000 × 2,000 pixels, padded to 8,000 × 4,000, seen by the engine at half of that. */
const FRAME = {
  engineSize: { width: 4000, height: 2000 },
  inputSize: { width: 8000, height: 4000 },
  offset: { x: 2000, y: 1000 },
};

test("undoes scaling and padding", () => {
  const face = { box: { x: 1500, y: 700, width: 100, height: 50 }, keypoints: at(2000, 1000), score: 0.9 };
  const moved = toDistributed(face, FRAME);
  expect(moved.box).toEqual({ x: 1000, y: 400, width: 200, height: 100 });
  expect(moved.keypoints.nose).toEqual({ x: 2000, y: 1000 });
  expect(moved.score).toBe(0.9);
  expect(distributedSize(FRAME)).toEqual({ width: 4000, height: 2000 });
});

test("picks the face nearest the centre", () => {
  const left = { box: { x: 0, y: 40, width: 20, height: 20 } };
  const middle = { box: { x: 30, y: 35, width: 30, height: 30 } };
  expect(nearestCentre([left, middle], { width: 100, height: 100 })).toBe(middle);
  expect(nearestCentre([], { width: 100, height: 100 })).toBeUndefined();
});
