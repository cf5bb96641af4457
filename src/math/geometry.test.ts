import { describe, expect, expectTypeOf, it } from "vitest";
import {
  boundingBox,
  boxCentre,
  distance,
  intersectionOverUnion,
  type PixelBox,
  type Point,
  sharedArea,
} from "./geometry.ts";
import { applySimilarity, type Similarity } from "./similarity.ts";

const box = { x: 10, y: 20, width: 40, height: 20 };

describe("boxes", () => {
  it("overlap by intersection over union", () => {
    expect(intersectionOverUnion(box, box)).toBe(1);
    expect(intersectionOverUnion(box, { ...box, x: 30 })).toBeCloseTo(1 / 3, 12);
    expect(intersectionOverUnion(box, { ...box, x: 50 })).toBe(0);
    expect(intersectionOverUnion(box, { x: 15, y: 25, width: 0, height: 5 })).toBe(0);
  });

  it("share an area", () => {
    expect(sharedArea(box, { ...box, x: 30, y: 30 })).toBe(200);
    expect(sharedArea(box, { ...box, x: 50 })).toBe(0);
  });

  it("have a centre and hold points", () => {
    expect(boxCentre(box)).toEqual({ x: 30, y: 30 });
    expect(
      boundingBox([
        { x: 10, y: 40 },
        { x: 50, y: 20 },
      ]),
    ).toEqual(box);
    expect(distance({ x: 0, y: 0 }, { x: 3, y: 4 })).toBe(5);
  });
});

it("keeps the coordinates of a picture and of the screen apart, and lets literals be either", () => {
  expectTypeOf<PixelBox<"screen">>().not.toExtend<PixelBox<"picture">>();
  expectTypeOf<{ x: number; y: number }>().toExtend<Point<"picture">>();
  expectTypeOf(intersectionOverUnion<"picture">)
    .parameter(1)
    .toEqualTypeOf<PixelBox<"picture">>();
  const toPicture: Similarity<"crop", "picture"> = { a: 2, b: 0, tx: 1, ty: 1 };
  const inCrop: Point<"crop"> = { x: 3, y: 4 };
  const inPicture = applySimilarity(toPicture, inCrop);
  expectTypeOf(inPicture).toEqualTypeOf<Point<"picture">>();
  // @ts-expect-error: a point of the picture is not one of the crop.
  expect(applySimilarity(toPicture, inPicture)).toEqual({ x: 15, y: 19 });
});
