import { describe, expect, it } from "vitest";
import { applySimilarity } from "../../math/index.ts";
import type { Face } from "./face.ts";
import { boxRegion, mapFace, viewOf } from "./view.ts";

const point = { x: 0, y: 0 };
const keypoints = { rightEye: point, leftEye: point, nose: point, mouth: point, rightEar: point, leftEar: point };

describe("views", () => {
  it("show small regions pixel by pixel and scale large ones down", () => {
    expect(viewOf(boxRegion({ x: 10, y: 20, width: 100, height: 50 })).size).toEqual({ width: 100, height: 50 });
    const large = viewOf(boxRegion({ x: 0, y: 0, width: 2048, height: 1024 }));
    expect(large.size).toEqual({ width: 512, height: 256 });
    expect(applySimilarity(large.toPicture, { x: 512, y: 256 })).toEqual({ x: 2048, y: 1024 });
  });

  it("map the middle of a turned view to the middle of its region", () => {
    const region = { centre: { x: 70, y: 40 }, size: { width: 60, height: 60 }, angle: 1 };
    const middle = applySimilarity(viewOf(region).toPicture, { x: 30, y: 30 });
    expect(middle.x).toBeCloseTo(70, 9);
    expect(middle.y).toBeCloseTo(40, 9);
  });

  it("turn the picture clockwise by the region's angle", () => {
    const region = { centre: { x: 50, y: 50 }, size: { width: 100, height: 100 }, angle: Math.PI / 2 };
    // What is at the picture's left edge moves up to the view's top.
    const leftMiddle = applySimilarity(viewOf(region).toPicture, { x: 50, y: 0 });
    expect(leftMiddle.x).toBeCloseTo(0, 9);
    expect(leftMiddle.y).toBeCloseTo(50, 9);
  });

  it("bring a face back to the picture with its size", () => {
    const face: Face<"view"> = { box: { x: 10, y: 10, width: 20, height: 20 }, keypoints, score: 0.9 };
    const view = viewOf(boxRegion({ x: 100, y: 0, width: 1024, height: 1024 }));
    expect(mapFace(face, view.toPicture).box).toEqual({ x: 120, y: 20, width: 40, height: 40 });
  });
});
