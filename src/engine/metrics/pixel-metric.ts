/**
 * A number for each pixel of a row. `out` has one place per pixel; the first one is `lumas[at]`. A pixel's neighbours lie one
 * float beside it and `stride` floats above and below, in a plane with a margin of reflected pixels.
 */
export type RowValues = (lumas: Float64Array, at: number, stride: number, out: Float64Array) => void;

/** A figure about a crop: the mean or the variance, over all of its pixels, of one number per pixel. */
export interface PixelMetric {
  /**
   * The WGSL function `<id>(n: Neighbourhood) -> f32`, where id is the metric's name in the registry and n the lumas 0…255
   * of a pixel and its eight neighbours, row by row; n[4] is the pixel. Borders: reflect101.
   */
  readonly wgsl: string;
  /** The same function here, for a row of pixels: the definition of correct, and the fallback without WebGPU. */
  readonly rowValues: RowValues;
  /** From the mean and the population variance of that number to the metric. */
  readonly finish: (mean: number, variance: number) => number;
}

/** The row values of metrics about luma itself. */
export const lumaValues: RowValues = (lumas, start, _stride, out) => {
  for (let x = 0; x < out.length; x++) out[x] = lumas[start + x] as number;
};
