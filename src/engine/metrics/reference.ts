import { lumaPlane, type RgbImage, reflect101 } from "../image/rgb-image.ts";
import { finishMetrics } from "./measurements.ts";
import type { PixelMetric } from "./pixel-metric.ts";
import { PIXEL_METRIC_IDS, PIXEL_METRICS, type PixelMetrics } from "./registry.ts";

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
  const plane = lumaPlane(image);
  const metrics: readonly PixelMetric[] = PIXEL_METRIC_IDS.map((id) => PIXEL_METRICS[id]);
  const values = metrics.map(() => new Float64Array(plane.length));
  const neighbourhood = new Float64Array(9);
  for (let pixel = 0; pixel < plane.length; pixel++) {
    readNeighbourhood(plane, image, pixel, neighbourhood);
    metrics.forEach((metric, index) => {
      (values[index] as Float64Array)[pixel] = metric.value(neighbourhood);
    });
  }
  return values;
}

function readNeighbourhood(plane: Float32Array, { width, height }: RgbImage, pixel: number, into: Float64Array): void {
  const x = pixel % width;
  const y = Math.floor(pixel / width);
  for (let i = 0; i < 9; i++) {
    const column = reflect101(x + (i % 3) - 1, width);
    const row = reflect101(y + Math.floor(i / 3) - 1, height);
    into[i] = plane[row * width + column] as number;
  }
}
