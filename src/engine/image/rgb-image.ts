/** RGB values 0…255 as floats, interleaved, row by row: the CPU's picture of a crop. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array<ArrayBuffer>;
}

/** Brightness of a colour as the eye weighs it (ITU-R BT.601): 0…255 for channels 0…255. */
export function luma(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** Luma of every pixel, row by row, in `plane`, which is made when left out. */
export function lumaPlane(
  { width, height, data }: RgbImage,
  plane = new Float32Array(width * height),
): Float32Array<ArrayBuffer> {
  for (let pixel = 0; pixel < plane.length; pixel++) {
    const start = 3 * pixel;
    plane[pixel] = luma(data[start] as number, data[start + 1] as number, data[start + 2] as number);
  }
  return plane;
}

/**
 * The index that stands for `index` outside of 0…size−1: mirrored at the edge pixels, which are not repeated
 * (OpenCV's BORDER_REFLECT_101).
 *
 * @example [-2, -1, 0, 3, 4].map((index) => reflect101(index, 4)) // [2, 1, 0, 3, 2]
 */
export function reflect101(index: number, size: number): number {
  if (index >= 0 && index < size) return index;
  const period = Math.max(2 * (size - 1), 1);
  const phase = Math.abs(index) % period;
  return Math.min(phase, period - phase, size - 1);
}
