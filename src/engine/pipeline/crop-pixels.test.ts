import { expect, it } from "vitest";
import { fromRgba, rowOf, toRgba } from "./crop-pixels.ts";

it("turns RGB floats into opaque bytes, rounded and clamped, and back", () => {
  const rgba = toRgba(new Float32Array([0, 127.6, 300, 10, 20, 30]));
  expect([...rgba]).toEqual([0, 128, 255, 255, 10, 20, 30, 255]);
  expect([...fromRgba(rgba)]).toEqual([0, 128, 255, 10, 20, 30]);
});

it("takes one row of a matrix as a copy, and complains when there is none", () => {
  const matrix = new Float32Array([1, 2, 3, 4]);
  const row = rowOf(matrix, 1, 2);
  matrix[2] = 9;
  expect([...row]).toEqual([3, 4]);
  expect(() => rowOf(undefined, 0, 2)).toThrow(/nothing/);
});
