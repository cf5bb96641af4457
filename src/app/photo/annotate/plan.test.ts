import { expect, it } from "vitest";
import type { Analysis, FaceReading } from "../../../engine/index.ts";
import { planAnnotation } from "./plan.ts";

const faceOf = (x: number, width: number) =>
  ({
    box: { x, y: 400, width, height: width },
    reading: { status: "estimated", years: 33.6, interval: { low: 28, high: 41.2, level: 0.8 } },
  }) as FaceReading;

function analysis(width: number, height: number, ...faces: FaceReading[]): Analysis {
  return { picture: { width, height }, faces } as unknown as Analysis;
}

it("lays out a large picture as if it filled a screen", () => {
  const { size, marks } = planAnnotation(analysis(4320, 3240, faceOf(1500, 900)));
  expect(size).toEqual({ width: 1440, height: 1080 });
  expect(marks[0]?.box).toMatchObject({ x: 500, width: 300 });
  expect(marks[0]?.label).toMatchObject({ years: "34", interval: "28–41" });
});

it("lays out a small picture in its own pixels, and leaves out what there is no space for", () => {
  const { size, marks } = planAnnotation(analysis(500, 700, faceOf(10, 30)));
  expect(size).toEqual({ width: 500, height: 700 });
  expect(marks[0]?.label).toMatchObject({ years: "34", interval: "" });
});
