import { describe, expect, it } from "vitest";
import { panBy, reveal, unzoomed, zoomAt } from "./zoom.ts";

/** A wide picture of 800 × 400 pixels on a stage of 400 × 400. */
const limits = { stage: { width: 400, height: 400 }, fit: { width: 400, height: 200 }, pictureWidth: 800 };
const whole = unzoomed(limits);

it("begins with the whole picture in the middle", () => {
  expect(whole).toEqual({ scale: 1, left: 0, top: 100 });
});

describe("zoomAt", () => {
  it("keeps what is under the pointer where it is", () => {
    const zoom = zoomAt(zoomAt(whole, 4, 200, 200, limits), 1.5, 300, 250, limits);
    const before = zoomAt(whole, 4, 200, 200, limits);
    expect((300 - zoom.left) / zoom.scale).toBeCloseTo((300 - before.left) / before.scale);
    expect((250 - zoom.top) / zoom.scale).toBeCloseTo((250 - before.top) / before.scale);
  });

  it("ends at the whole picture and at four CSS pixels for one of the picture", () => {
    expect(zoomAt(whole, 0.1, 10, 10, limits)).toEqual(whole);
    expect(zoomAt(whole, 1000, 10, 10, limits).scale).toBe(8);
    expect(zoomAt(whole, 1000, 10, 10, { ...limits, pictureWidth: 40 }).scale).toBe(4);
  });
});

describe("panBy", () => {
  it("opens no gap at an edge, and leaves a smaller side in the middle", () => {
    const zoom = zoomAt(whole, 1.5, 200, 200, limits);
    expect(panBy(zoom, 1000, 1000, limits)).toEqual({ scale: 1.5, left: 0, top: 50 });
    expect(panBy(zoom, -1000, 0, limits).left).toBe(-200);
  });
});

describe("reveal", () => {
  const zoom = { scale: 4, left: -600, top: -200 };

  it("moves only as far as it must", () => {
    expect(reveal(zoom, { x: 700, y: 300, width: 100, height: 100 }, limits)).toBe(zoom);
    expect(reveal(zoom, { x: 1100, y: 300, width: 100, height: 100 }, limits).left).toBe(-800);
    expect(reveal(zoom, { x: 500, y: 300, width: 100, height: 100 }, limits).left).toBe(-500);
  });

  it("puts what is larger than the stage in the middle", () => {
    expect(reveal(zoom, { x: 500, y: 200, width: 500, height: 400 }, limits).left).toBe(-550);
  });
});
