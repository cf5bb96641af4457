import type { PixelSize } from "../../math/index.ts";
import { type RgbImage, reflect101 } from "./rgb-image.ts";

/** A picture of the given size whose channel values are `value(x, y, channel)`. */
export function fillImage(
  { width, height }: PixelSize,
  value: (x: number, y: number, channel: number) => number,
): RgbImage {
  const data = new Float32Array(width * height * 3);
  for (let index = 0; index < data.length; index++) {
    const pixel = Math.floor(index / 3);
    data[index] = value(pixel % width, Math.floor(pixel / width), index % 3);
  }
  return { width, height, data };
}

/** One channel of one pixel; positions outside are reflected. */
export function valueAt({ width, height, data }: RgbImage, x: number, y: number, channel: number): number {
  return data[3 * (reflect101(y, height) * width + reflect101(x, width)) + channel] as number;
}

/** Mean of an array of numbers. */
export function meanOf(values: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] as number;
  return sum / values.length;
}
