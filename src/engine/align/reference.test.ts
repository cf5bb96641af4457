import { describe, expect, it } from "vitest";
import { alignReference, type RgbaPicture } from "./reference.ts";

/** 4×2 pixels, red = 10·column, green = 100·row, blue = 7. */
const picture: RgbaPicture = {
  width: 4,
  height: 2,
  data: new Uint8ClampedArray(
    [0, 1].flatMap((row) => [0, 1, 2, 3].flatMap((column) => [10 * column, 100 * row, 7, 255])),
  ),
};
const identity = { a: 1, b: 0, tx: 0, ty: 0 };

describe("alignReference", () => {
  it("copies pixels under the identity", () => {
    const crop = alignReference(picture, identity, 2);
    expect([...crop]).toEqual([0, 0, 7, 10, 0, 7, 0, 100, 7, 10, 100, 7]);
  });

  it("interpolates halfway between pixel centres", () => {
    const crop = alignReference(picture, { ...identity, tx: 0.5 }, 1);
    expect([...crop]).toEqual([5, 0, 7]);
  });

  it("repeats the edge outside", () => {
    const crop = alignReference(picture, { ...identity, tx: -50, ty: 50 }, 1);
    expect([...crop]).toEqual([0, 100, 7]);
  });

  it("averages when it shrinks, instead of skipping pixels", () => {
    const crop = alignReference(picture, { a: 2, b: 0, tx: 0, ty: 0 }, 1);
    expect([...crop]).toEqual([5, 50, 7]);
  });

  it("turns by a quarter", () => {
    // Crop x runs down the picture, crop y runs to its left, from the top right corner of a 2×2 part.
    const crop = alignReference(picture, { a: 0, b: 1, tx: 2, ty: 0 }, 2);
    const red = [0, 3, 6, 9].map((index) => crop[index]);
    expect(red).toEqual([10, 10, 0, 0]);
  });
});
