import type { RgbImage } from "../rgb-image.ts";

/** A grey picture of `width` pixels per row. */
export function greyImage(width: number, values: readonly number[]): RgbImage {
  const data = new Float32Array(values.flatMap((value) => [value, value, value]));
  return { width, height: values.length / width, data };
}

/** The red channel, row by row: all there is to know about a grey picture. */
export function redValues({ data }: RgbImage): number[] {
  return Array.from(data).filter((_, index) => index % 3 === 0);
}
