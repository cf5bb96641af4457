import { lumaPlane, type RgbImage } from "./rgb-image.ts";

/** Entries of a histogram or of a table over luma. */
export const LUMA_BINS = 256;

/**
 * The histogram bin of a luma: the nearest whole number.
 *
 * Luma of whole channel values comes in steps of 0.001; a quarter of a step keeps rounding from deciding at the halves.
 */
export function histogramBin(brightness: number): number {
  return Math.floor(Math.min(Math.max(brightness + 0.50025, 0), LUMA_BINS - 1));
}

/** A table's number for a luma of 0…255, linear between entries. */
export function lookUp(table: ArrayLike<number>, brightness: number): number {
  const position = Math.min(Math.max(brightness, 0), LUMA_BINS - 1);
  const lower = Math.floor(position);
  const upper = Math.min(lower + 1, LUMA_BINS - 1);
  const low = table[lower] as number;
  return low + (position - lower) * ((table[upper] as number) - low);
}

/** For each bin, how many of the counts lie in it or below. */
export function cumulate(counts: ArrayLike<number>): number[] {
  let sum = 0;
  return Array.from(counts, (count) => {
    sum += count;
    return sum;
  });
}

/** Moves every pixel's luma by `strength` of the way to `wanted(luma, pixel)`; colour differences (Cb, Cr) stay. */
export function moveLuma(image: RgbImage, strength: number, wanted: (luma: number, pixel: number) => number): RgbImage {
  const lumas = lumaPlane(image);
  const data = new Float32Array(image.data.length);
  for (let pixel = 0; pixel < lumas.length; pixel++) {
    const own = lumas[pixel] as number;
    const shift = strength * (wanted(own, pixel) - own);
    for (let index = 3 * pixel; index < 3 * pixel + 3; index++) data[index] = (image.data[index] as number) + shift;
  }
  return { ...image, data };
}
