import { expect, test } from "vitest";
import { lumaPlane, reflect101 } from "./rgb-image.ts";

test("luma weighs green most and keeps greys", () => {
  const data = new Float32Array([255, 0, 0, 0, 255, 0, 0, 0, 255, 80, 80, 80]);
  const plane = lumaPlane({ width: 2, height: 2, data });
  [76.245, 149.685, 29.07, 80].forEach((expected, index) => {
    expect(plane[index]).toBeCloseTo(expected, 4);
  });
});

test("reflection leaves out the edge pixel and survives offsets larger than the picture", () => {
  expect([-2, -1, 0, 3, 4, 5].map((index) => reflect101(index, 4))).toEqual([2, 1, 0, 3, 2, 1]);
  expect([-7, -1, 0, 1, 9].map((index) => reflect101(index, 1))).toEqual([0, 0, 0, 0, 0]);
  expect([-3, -2, -1, 2, 3].map((index) => reflect101(index, 2))).toEqual([1, 0, 1, 0, 1]);
});
