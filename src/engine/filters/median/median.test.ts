import { expect, test } from "vitest";
import { type RgbImage, reflect101 } from "../../image/rgb-image.ts";
import { contractImage, greyImage, redValues } from "../../image/testing/contract-images.ts";
import { median } from "./index.ts";

test("a single wrong pixel goes, an edge stays", () => {
  const row = [10, 10, 10, 90, 90, 90];
  const image = greyImage(6, [row, row, [10, 255, 10, 90, 90, 90], row, row].flat());
  expect(redValues(median.reference(image, { radius: 1 }))).toEqual(Array(5).fill(row).flat());
});

test("5×5 removes what fills less than half of its window", () => {
  const image = greyImage(5, [0, 9, 9, 9, 9, 0, 9, 9, 9, 9, 0, 9, 9, 9, 9, 0, 9, 9, 9, 9, 9, 9, 9, 9, 9]);
  expect(redValues(median.reference(image, { radius: 2 }))).toEqual(Array(25).fill(9));
});

test.each([1, 2])("radius %d gives what sorting gives, at the borders too", (radius) => {
  const image = contractImage("texture", 17, 13);
  expect(median.reference(image, { radius }).data).toEqual(
    image.data.map((_, index) => bySorting(image, index, radius)),
  );
});

function bySorting({ width, height, data }: RgbImage, index: number, radius: number): number {
  const pixel = Math.floor(index / 3);
  const side = 2 * radius + 1;
  const window = Float32Array.from({ length: side ** 2 }, (_, place) => {
    const x = reflect101((pixel % width) + (place % side) - radius, width);
    const y = reflect101(Math.floor(pixel / width) + Math.floor(place / side) - radius, height);
    return data[3 * (y * width + x) + (index % 3)] as number;
  });
  return window.sort()[(side ** 2 - 1) / 2] as number;
}
