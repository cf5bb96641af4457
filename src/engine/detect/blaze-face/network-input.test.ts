import { expect, it } from "vitest";
import { inputToView, writeInput } from "./network-input.ts";

/** A grey picture whose pixel (x, y) is `value(x, y)`, 0…255. */
function picture(width: number, height: number, value: (x: number, y: number) => number): ImageData {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    data.fill(value(pixel % width, Math.floor(pixel / width)), pixel * 4, pixel * 4 + 3);
  }
  return { data, width, height, colorSpace: "srgb", pixelFormat: "rgba-unorm8" } as ImageData;
}

/** The input's first channel in bytes, row by row. */
function bytesOf(image: ImageData, side: number): number[] {
  const input = new Float32Array(side * side * 3);
  writeInput(image, side, input);
  return [...input].filter((_, at) => at % 3 === 0).map((value) => Math.round((value + 1) * 127.5));
}

it("takes every n-th pixel of a view that is n times as large", () => {
  expect(
    bytesOf(
      picture(4, 4, (x, y) => 10 * x + y),
      2,
    ),
  ).toEqual([0, 20, 2, 22]);
});

it("samples between pixels, in whole bytes", () => {
  const [first, second] = bytesOf(
    picture(3, 3, (x) => 100 * x),
    2,
  );
  expect([first, second]).toEqual([0, 150]);
});

it("shows all of a view that is no square in the middle of black", () => {
  expect(
    bytesOf(
      picture(4, 2, () => 200),
      4,
    ),
  ).toEqual([0, 0, 0, 0, 200, 200, 200, 200, 200, 200, 200, 200, 0, 0, 0, 0]);
  expect(inputToView({ width: 4, height: 2 }, 4)).toEqual({ a: 1, b: 0, tx: 0, ty: -1 });
});
