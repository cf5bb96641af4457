import { expect, test } from "vitest";
import { greyImage, redValues } from "../../image/testing/small-images.ts";
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
