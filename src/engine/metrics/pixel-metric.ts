/** The lumas 0…255 of a pixel and its eight neighbours, row by row; index 4 is the pixel. Borders: reflect101. */
export type Neighbourhood = ArrayLike<number>;

/** A figure about a crop: the mean or the variance, over all of its pixels, of one number per pixel. */
export interface PixelMetric {
  /** For people. */
  readonly label: string;
  /** The WGSL function `<id>(n: Neighbourhood) -> f32`, where id is the metric's name in the registry. */
  readonly wgsl: string;
  /** The same function here: the definition of correct, and the fallback without WebGPU. */
  readonly value: (neighbourhood: Neighbourhood) => number;
  /** From the mean and the population variance of that number to the metric. */
  readonly finish: (mean: number, variance: number) => number;
}
