import type { RgbImage } from "./rgb-image.ts";

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
export function lookUp(table: Float32Array, brightness: number): number {
  const position = Math.min(Math.max(brightness, 0), LUMA_BINS - 1);
  const lower = Math.floor(position);
  const low = table[lower] as number;
  const high = table[Math.min(lower + 1, LUMA_BINS - 1)] as number;
  return low + (position - lower) * (high - low);
}

/** Moves every pixel's luma by `strength` of the way to the one `wanted`; colour differences (Cb, Cr) stay. */
export function moveLuma(
  { data }: RgbImage,
  lumas: Float32Array,
  wanted: Float32Array,
  strength: number,
  target: Float32Array,
): void {
  for (let pixel = 0, index = 0; pixel < lumas.length; pixel++, index += 3) {
    const shift = strength * ((wanted[pixel] as number) - (lumas[pixel] as number));
    target[index] = (data[index] as number) + shift;
    target[index + 1] = (data[index + 1] as number) + shift;
    target[index + 2] = (data[index + 2] as number) + shift;
  }
}
