import { expect, test } from "vitest";
import { lumaPlane } from "../../image/rgb-image.ts";
import { greyImage, redValues } from "../../image/testing/contract-images.ts";
import { histogramEqualisation } from "./index.ts";

test("three greys become 0, their share, and 255", () => {
  const values = redValues(histogramEqualisation.reference(greyImage(4, [10, 20, 20, 30]), { strength: 1 }));
  [0, 170, 170, 255].forEach((expected, index) => {
    expect(values[index]).toBeCloseTo(expected, 2);
  });
});

test("one grey stays as it is", () => {
  expect(redValues(histogramEqualisation.reference(greyImage(2, [77, 77]), { strength: 1 }))).toEqual([
    expect.closeTo(77, 3),
    expect.closeTo(77, 3),
  ]);
});

test("colour differences stay while luma moves half of the way", () => {
  const image = { width: 2, height: 1, data: new Float32Array([120, 100, 90, 110, 130, 140]) };
  const filtered = histogramEqualisation.reference(image, { strength: 0.5 });
  const shift = (filtered.data[0] as number) - 120;
  expect([filtered.data[1], filtered.data[2]]).toEqual([expect.closeTo(100 + shift, 3), expect.closeTo(90 + shift, 3)]);
  expect(lumaPlane(filtered)[1]).toBeCloseTo(((lumaPlane(image)[1] as number) + 255) / 2, 0);
});
