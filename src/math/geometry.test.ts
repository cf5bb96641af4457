import { describe, expect, it } from "vitest";
import { boundingBox, boxCentre, distance, intersectionOverUnion } from "./geometry.ts";

const box = { x: 10, y: 20, width: 40, height: 20 };

describe("boxes", () => {
  it("overlap by intersection over union", () => {
    expect(intersectionOverUnion(box, box)).toBe(1);
    expect(intersectionOverUnion(box, { ...box, x: 30 })).toBeCloseTo(1 / 3, 12);
    expect(intersectionOverUnion(box, { ...box, x: 50 })).toBe(0);
    expect(intersectionOverUnion(box, { x: 15, y: 25, width: 0, height: 5 })).toBe(0);
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
