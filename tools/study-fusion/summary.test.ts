import { expect, test } from "vitest";
import { readingOf } from "../../src/engine/track/testing/faces.ts";
import { errorVariances, fusedFigures, fusionTable, levelExponent, type StudyFace } from "./summary.ts";

/** A face of 40 years whose frames are read as the given ages. */
const face = (...years: number[]): StudyFace => ({
  age: 40,
  frames: years.map((each) => ({ estimate: readingOf(each), weight: 1 })),
});

test("the error's variance is parted into that of frames and that of faces", () => {
  const { frame, face: ofFace } = errorVariances([face(44, 46), face(34, 36)]);
  expect(frame).toBeCloseTo(2);
  expect(ofFace).toBeCloseTo(25 - 1);
});

test("figures are of the first frames, fused", () => {
  const { meanError, coverage, width } = fusedFigures([face(40, 80), face(42, 80)], 1);
  expect(meanError).toBeCloseTo(1, 0);
  expect(coverage).toBe(1);
  expect(width).toBeGreaterThan(fusedFigures([face(40, 40), face(42, 42)], 2).width);
});

test("the largest exponent that holds the level is smaller for wilder errors", () => {
  const calm = [36, 38, 39, 40, 40, 41, 42, 43, 44, 70].map((years) => face(years));
  const wild = [25, 28, 31, 34, 40, 41, 46, 49, 52, 70].map((years) => face(years));
  expect(levelExponent(wild, 1)).toBeLessThan(levelExponent(calm, 1));
  expect(fusionTable(calm, [1])).toMatch(/^frames +MAE/);
});
