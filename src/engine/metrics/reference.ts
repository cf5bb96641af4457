import { lumaPlane, type RgbImage, reflect101 } from "../image/rgb-image.ts";
import { finishMetrics } from "./measurements.ts";
import type { PixelMetric } from "./pixel-metric.ts";
import { PIXEL_METRIC_IDS, PIXEL_METRICS, type PixelMetrics } from "./registry.ts";

const METRICS: readonly PixelMetric[] = PIXEL_METRIC_IDS.map((id) => PIXEL_METRICS[id]);

/** The definition of correct pixel metrics, and the fallback without WebGPU. */
export function measureReference(image: RgbImage): PixelMetrics {
  const values = valuesPerPixel(image);
  return finishMetrics((metric) => moments(values[metric] as Float64Array));
}

/** Mean and population variance, in two passes so that nothing cancels. */
function moments(values: Float64Array): [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return [mean, variance];
}

/** For each metric, its number for each pixel. */
function valuesPerPixel(image: RgbImage): Float64Array[] {
  const { width, height } = image;
  const framed = framedLuma(image);
  const neighbourhood = new Float64Array(9);
  const values = METRICS.map(() => new Float64Array(width * height));
  for (let pixel = 0; pixel < width * height; pixel++) {
    const corner = Math.floor(pixel / width) * (width + 2) + (pixel % width);
    for (let row = 0; row < 3; row++) {
      for (let column = 0; column < 3; column++) {
        neighbourhood[3 * row + column] = framed[corner + row * (width + 2) + column] as number;
      }
    }
    for (let metric = 0; metric < METRICS.length; metric++) {
      (values[metric] as Float64Array)[pixel] = (METRICS[metric] as PixelMetric).value(neighbourhood);
    }
  }
  return values;
}

/** Luma with a frame of one reflected pixel around it. */
function framedLuma(image: RgbImage): Float64Array {
  const { width, height } = image;
  const plane = lumaPlane(image);
  return Float64Array.from({ length: (width + 2) * (height + 2) }, (_, index) => {
    const x = reflect101((index % (width + 2)) - 1, width);
    const y = reflect101(Math.floor(index / (width + 2)) - 1, height);
    return plane[y * width + x] as number;
  });
}
