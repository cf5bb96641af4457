/**
 * A number about the pixel `lumas[at]`, whose neighbours lie one float beside it and `stride` floats above and below; the
 * plane has a margin of reflected pixels.
 */
export type PixelValue = (lumas: Float64Array, at: number, stride: number) => number;

/** A figure about a crop: the mean or the variance, over all of its pixels, of one number per pixel. */
export interface PixelMetric {
  /** For people. */
  readonly label: string;
  /**
   * The WGSL function `<id>(n: Neighbourhood) -> f32`, where id is the metric's name in the registry and n the lumas 0…255
   * of a pixel and its eight neighbours, row by row; n[4] is the pixel. Borders: reflect101.
   */
  readonly wgsl: string;
  /** The same function here, of the pixel at `at` in a plane of lumas: the definition of correct, and the fallback. */
  readonly value: PixelValue;
  /** From the mean and the population variance of that number to the metric. */
  readonly finish: (mean: number, variance: number) => number;
}
