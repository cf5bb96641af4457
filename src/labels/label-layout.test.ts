import { describe, expect, it } from "vitest";
import { type PixelBox, sharedArea } from "../math/index.ts";
import { isInside } from "./box.ts";
import { layoutLabels } from "./label-layout.ts";

const full = { width: 80, height: 28, withInterval: true };
const compact = { width: 40, height: 28, withInterval: false };
const sizes = [full, compact];

/** A reproducible number 0…1 for each step. */
function noise(step: number): number {
  return (Math.sin(step * 12.9898) * 43758.5453) % 1;
}

function crowd(count: number, picture: { width: number; height: number }): PixelBox<"screen">[] {
  return Array.from({ length: count }, (_, index) => {
    const side = 20 + 60 * Math.abs(noise(index));
    const x = Math.abs(noise(index + 100)) * (picture.width - side);
    return { x, y: Math.abs(noise(index + 200)) * (picture.height - side), width: side, height: side };
  });
}

describe("layoutLabels", () => {
  it("puts a label above its face, left edges in line", () => {
    const [label] = layoutLabels([{ face: { x: 100, y: 100, width: 90, height: 90 }, sizes }], {
      width: 400,
      height: 400,
    });
    expect(label).toEqual({ box: { x: 100, y: 68, width: 80, height: 28 }, withInterval: true });
  });

  it("goes below a face at the top, and inwards from the right edge", () => {
    const [label] = layoutLabels([{ face: { x: 360, y: 5, width: 40, height: 40 }, sizes }], {
      width: 400,
      height: 400,
    });
    expect(label?.box).toEqual({ x: 320, y: 49, width: 80, height: 28 });
  });

  it("goes into a face that fills the picture", () => {
    const picture = { width: 200, height: 200 };
    const [label] = layoutLabels([{ face: { x: 0, y: 0, width: 200, height: 200 }, sizes }], picture);
    expect(label && isInside(label.box, picture)).toBe(true);
  });

  it("drops the interval in a picture that is too narrow for it, and the label in one too small for any", () => {
    const narrow = { width: 60, height: 400 };
    const face = { x: 10, y: 100, width: 40, height: 40 };
    expect(layoutLabels([{ face, sizes }], narrow)[0]?.withInterval).toBe(false);
    expect(layoutLabels([{ face: { ...face, y: 0 }, sizes }], { width: 30, height: 30 })).toEqual([undefined]);
  });

  it.each([
    [40, { width: 900, height: 600 }],
    [40, { width: 350, height: 240 }],
    [12, { width: 90, height: 900 }],
    [12, { width: 1200, height: 60 }],
  ])("lets no two of %i labels touch, and none leave %o", (count, picture) => {
    const requests = crowd(count, picture).map((face) => ({ face, sizes }));
    const boxes = layoutLabels(requests, picture).flatMap((label) => (label ? [label.box] : []));
    expect(boxes.length).toBeGreaterThan(count / 4);
    for (const [index, box] of boxes.entries()) {
      expect(isInside(box, picture)).toBe(true);
      for (const other of boxes.slice(index + 1)) expect(sharedArea(box, other)).toBe(0);
    }
  });
});
