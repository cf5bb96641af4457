import { describe, expect, it } from "vitest";
import type { Face } from "./face.ts";
import { mergeFaces } from "./merge.ts";
import { closeRegion, confirmingRegions, isConfirmed, nearestToCentre, rollAngle } from "./refine.ts";
import { searchRegions, turnedRegions } from "./search-regions.ts";

const at = (x: number, y: number) => ({ x, y });

function face(x: number, width: number, score: number): Face {
  const keypoints = {
    rightEye: at(x + width * 0.3, 10),
    leftEye: at(x + width * 0.7, 10),
    nose: at(0, 0),
    mouth: at(0, 0),
    rightEar: at(0, 0),
    leftEar: at(0, 0),
  };
  return { box: { x, y: 0, width, height: width }, keypoints, score };
}

describe("the search", () => {
  it("searches a video frame once and the tiles of a photo, the whole first", () => {
    const picture = { width: 1200, height: 800 };
    expect(searchRegions(picture, "frame")).toHaveLength(1);
    const regions = searchRegions(picture, "photo");
    expect(regions[0]?.region.size).toEqual(picture);
    expect(regions.length).toBeGreaterThan(10);
    expect(regions.at(-1)?.minScore).toBeGreaterThan(regions[0]?.minScore ?? 1);
  });

  it("covers every pixel with tiles that stay inside the picture", () => {
    const tiles = searchRegions({ width: 900, height: 500 }, "photo").slice(1);
    const covers = (x: number, y: number) =>
      tiles.some(
        ({ region: { centre, size } }) =>
          Math.abs(x - centre.x) <= size.width / 2 && Math.abs(y - centre.y) <= size.height / 2,
      );
    for (let x = 1; x < 900; x += 37) for (let y = 1; y < 500; y += 41) expect(covers(x, y)).toBe(true);
    for (const { region } of tiles) {
      expect(region.centre.x - region.size.width / 2).toBeGreaterThanOrEqual(0);
      expect(region.centre.x + region.size.width / 2).toBeLessThanOrEqual(900.001);
    }
  });

  it("searches square parts of a panorama, which the whole shows too small", () => {
    const parts = searchRegions({ width: 3000, height: 200 }, "photo").slice(1);
    expect(parts.every(({ region }) => region.size.width === 200 && region.size.height === 200)).toBe(true);
    expect(parts).toHaveLength(29);
  });

  it("does not cut a small picture into tiles without pixels", () => {
    expect(searchRegions({ width: 200, height: 200 }, "photo")).toHaveLength(1);
  });

  it("turns a picture three times", () => {
    const turned = turnedRegions({ width: 300, height: 100 });
    expect(turned.map(({ region }) => region.size.width)).toEqual([100, 300, 100]);
  });
});

describe("detections of the same face", () => {
  it("are merged to the surest one", () => {
    const merged = mergeFaces([face(0, 100, 0.6), face(5, 100, 0.9), face(300, 80, 0.7)]);
    expect(merged.map(({ score }) => score)).toEqual([0.9, 0.7]);
  });
});

describe("the close view", () => {
  it("shows a tilted face upright", () => {
    const tilted = face(0, 100, 1);
    const keypoints = { ...tilted.keypoints, leftEye: at(70, 50) };
    expect(rollAngle({ ...tilted, keypoints })).toBeCloseTo(Math.PI / 4, 12);
    expect(closeRegion({ ...tilted, keypoints }).angle).toBeCloseTo(-Math.PI / 4, 12);
  });

  it("takes the face in the middle and no other", () => {
    const region = closeRegion(face(100, 100, 1));
    expect(nearestToCentre([face(110, 90, 0.5), face(300, 90, 0.9)], region)?.score).toBe(0.5);
    expect(nearestToCentre([face(300, 90, 0.9)], region)).toBeUndefined();
  });
});

describe("a doubtful face", () => {
  it("is looked at again, as closely and from farther away; a sure one is not", () => {
    expect(confirmingRegions(face(0, 100, 0.79)).map(({ size }) => Math.round(size.width))).toEqual([220, 320]);
    expect(confirmingRegions(face(0, 100, 0.8))).toEqual([]);
  });

  it("is believed when the views agree, not when one of them sees nothing", () => {
    expect(isConfirmed([0.55, 0.76, 0.81])).toBe(true);
    expect(isConfirmed([0.73, 0, 0.7])).toBe(false);
    expect(isConfirmed([0.8])).toBe(true);
  });
});
