import { describe, expect, it } from "vitest";
import { applySimilarity, type Similarity, similarityScale } from "../../math/index.ts";
import type { Face } from "../detect/face.ts";
import { type AlignmentTemplate, placeCrop } from "./template.ts";

const template: AlignmentTemplate = {
  points: { rightEye: [0.3, 0.3], leftEye: [0.7, 0.3], nose: [0.5, 0.55], mouth: [0.5, 0.75] },
  box: { centre: [0.5, 0.5], side: 0.8 },
  maxResidual: 0.1,
};

/** A face that fits the template exactly, `side` pixels wide as a crop, turned by `angle`. */
function faceAt(x: number, y: number, side: number, angle = 0): Face {
  const map: Similarity<"crop", "picture"> = { a: side * Math.cos(angle), b: side * Math.sin(angle), tx: x, ty: y };
  const at = ([px, py]: readonly [number, number]) => applySimilarity(map, { x: px, y: py });
  const centre = at([0.5, 0.5]);
  const boxSide = side * template.box.side;
  return {
    box: { x: centre.x - boxSide / 2, y: centre.y - boxSide / 2, width: boxSide, height: boxSide },
    keypoints: {
      rightEye: at(template.points.rightEye),
      leftEye: at(template.points.leftEye),
      nose: at(template.points.nose),
      mouth: at(template.points.mouth),
      rightEar: at([0.1, 0.4]),
      leftEar: at([0.9, 0.4]),
    },
    score: 1,
  };
}

describe("placeCrop", () => {
  it("puts the template's square on the face", () => {
    const { cropToPicture, source } = placeCrop(faceAt(100, 50, 256, 0.4), template, 128);
    expect(source).toBe("keypoints");
    expect(similarityScale(cropToPicture)).toBeCloseTo(2, 10);
    const corner = applySimilarity(cropToPicture, { x: 0, y: 0 });
    expect(corner.x).toBeCloseTo(100, 9);
    expect(corner.y).toBeCloseTo(50, 9);
  });

  it("keeps the scale of a profile, whose horizontal distances collapse", () => {
    const front = faceAt(0, 0, 128);
    const middle = front.keypoints.nose.x;
    const profile = Object.fromEntries(
      Object.entries(front.keypoints).map(([name, point]) => [name, { x: middle, y: point.y }]),
    ) as Face["keypoints"];
    const loose = { ...template, maxResidual: 1 };
    const { cropToPicture } = placeCrop({ ...front, keypoints: profile }, loose, 128);
    expect(similarityScale(cropToPicture)).toBeCloseTo(1, 6);
  });

  it("falls back to the box when the keypoints do not look like a face", () => {
    const face = faceAt(10, 20, 128);
    const scrambled = { ...face, keypoints: { ...face.keypoints, mouth: face.keypoints.rightEye } };
    const { cropToPicture, source } = placeCrop(scrambled, template, 128);
    expect(source).toBe("box");
    expect(cropToPicture.b).toBe(0);
    expect(cropToPicture.tx).toBeCloseTo(10, 9);
    expect(cropToPicture.ty).toBeCloseTo(20, 9);
  });

  it("falls back to the box when the crop would be far from the box's size", () => {
    const face = faceAt(0, 0, 128);
    const tiny = { ...face, box: { ...face.box, width: 10, height: 10 } };
    expect(placeCrop(tiny, template, 128).source).toBe("box");
  });
});
