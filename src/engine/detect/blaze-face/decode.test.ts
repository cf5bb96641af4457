import { describe, expect, it } from "vitest";
import { type Face, KEYPOINT_NAMES } from "../face.ts";
import { anchorsOf, decodeCandidates, NUMBERS_PER_ANCHOR, suppress } from "./decode.ts";

const GRIDS = [
  { cells: 16, perCell: 2 },
  { cells: 8, perCell: 6 },
];

function face(x: number, score: number): Face<"input"> {
  const keypoints = Object.fromEntries(KEYPOINT_NAMES.map((name) => [name, { x, y: 5 }]));
  return {
    box: { x, y: 0, width: 10, height: 10 },
    keypoints: keypoints as Face<"input">["keypoints"],
    score,
  };
}

it("places the anchors of the short range: two per cell of 16 × 16, then six per cell of 8 × 8", () => {
  const anchors = anchorsOf(GRIDS, 128);
  expect(anchors).toHaveLength(896);
  expect(anchors.slice(0, 3)).toEqual([
    { x: 4, y: 4 },
    { x: 4, y: 4 },
    { x: 12, y: 4 },
  ]);
  expect(anchors[32]).toEqual({ x: 4, y: 12 });
  expect(anchors[512]).toEqual({ x: 8, y: 8 });
  expect(anchors.at(-1)).toEqual({ x: 120, y: 120 });
});

describe("decodeCandidates", () => {
  const anchors = [
    { x: 10, y: 20 },
    { x: 30, y: 40 },
  ];
  const regressors = new Float32Array(2 * NUMBERS_PER_ANCHOR);
  regressors.set([1, 2, 8, 6, -1, -2, 3, 4]);
  regressors.set([0, 0, 10, 10], NUMBERS_PER_ANCHOR);

  it("measures box and keypoints from the anchor and makes a share of the logit", () => {
    const [first, ...others] = decodeCandidates(regressors, new Float32Array([0, -3]), anchors, 0.3);
    expect(others).toEqual([]);
    expect(first?.box).toEqual({ x: 7, y: 19, width: 8, height: 6 });
    expect(first?.score).toBe(0.5);
    expect(first?.keypoints.rightEye).toEqual({ x: 9, y: 18 });
    expect(first?.keypoints.leftEye).toEqual({ x: 13, y: 24 });
  });

  it("leaves out boxes without a size, and takes logits of any size", () => {
    const found = decodeCandidates(new Float32Array(regressors.length), new Float32Array([9, 9]), anchors, 0.3);
    expect(found).toEqual([]);
    const scores = new Float32Array([1e9, Number.NEGATIVE_INFINITY]);
    expect(decodeCandidates(regressors, scores, anchors, 0.3).map(({ score }) => score)).toEqual([1]);
  });
});

describe("suppress", () => {
  it("makes one face of overlapping candidates: their mean by score, as sure as the surest", () => {
    const [merged, ...others] = suppress([face(2, 0.3), face(0, 0.9), face(50, 0.4)]);
    expect(merged?.score).toBe(0.9);
    expect(merged?.box.x).toBeCloseTo(0.5, 6);
    expect(merged?.keypoints.mouth.x).toBeCloseTo(0.5, 6);
    expect(others).toEqual([face(50, 0.4)]);
  });

  it("joins candidates with the surest only, not with each other in a chain", () => {
    expect(suppress([face(0, 0.9), face(4, 0.8), face(8, 0.7)]).map(({ score }) => score)).toEqual([0.9, 0.7]);
  });

  it("finds nothing in nothing", () => {
    expect(suppress([])).toEqual([]);
  });
});
