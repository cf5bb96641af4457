import { expect, it } from "vitest";
import { placeBox, placeLabel, sizeIn } from "./placing.ts";

const frame = { width: 640, height: 480 };

it("shows a picture whole, or fills its place with it", () => {
  expect(sizeIn(frame, { width: 1000, height: 480 }, "contain")).toEqual(frame);
  expect(sizeIn(frame, { width: 1280, height: 480 }, "cover")).toEqual({ width: 1280, height: 960 });
});

it("puts boxes where the face is shown, mirrored or not", () => {
  const box = { x: 40, y: 100, width: 100, height: 120 };
  const shown = { width: 320, height: 240 };
  expect(placeBox(box, frame, shown, false)).toEqual({ x: 20, y: 50, width: 50, height: 60 });
  expect(placeBox(box, frame, shown, true)).toEqual({ x: 250, y: 50, width: 50, height: 60 });
});

it("keeps labels in sight", () => {
  const visible = { x: 100, y: 0, width: 400, height: 480 };
  const label = { width: 80, height: 28 };
  const face = { x: 200, y: 200, width: 100, height: 100 };
  expect(placeLabel(face, label, visible)).toEqual({ x: 0, y: -34 });
  expect(placeLabel({ ...face, y: 10 }, label, visible)).toEqual({ x: 0, y: 106 });
  expect(placeLabel({ ...face, x: 90 }, label, visible).x).toBe(10);
  expect(placeLabel({ ...face, x: 460 }, label, visible).x).toBe(-40);
  expect(placeLabel({ x: 0, y: -20, width: 640, height: 560 }, label, visible).y).toBe(472);
});
