import { lumaPlane, type RgbImage, reflect101 } from "../image/rgb-image.ts";
import { finishMetrics } from "./measurements.ts";
import type { PixelMetric } from "./pixel-metric.ts";
import { PIXEL_METRIC_IDS, PIXEL_METRICS, type PixelMetrics } from "./registry.ts";

const METRICS: readonly PixelMetric[] = PIXEL_METRIC_IDS.map((id) => PIXEL_METRICS[id]);

/** The definition of correct pixel metrics, and the fallback without WebGPU. */
export function measureReference(image: RgbImage): PixelMetrics {
  const pixels = image.width * image.height;
  const values = valuesPerPixel(image);
  return finishMetrics((metric) => moments(values.subarray(metric * pixels, (metric + 1) * pixels)));
}

/** Mean and population variance, in two passes so that nothing cancels. */
function moments(values: Float64Array): [number, number] {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] as number;
  const mean = sum / values.length;
  let squares = 0;
  for (let index = 0; index < values.length; index++) squares += ((values[index] as number) - mean) ** 2;
  return [mean, squares / values.length];
}

/** For each metric, its number for each pixel: [metric, y, x]. */
function valuesPerPixel(image: RgbImage): Float64Array {
  const { width, height } = image;
  const pixels = width * height;
  const stride = width + 2;
  const framed = framedLuma(image);
  const neighbourhood = new Float64Array(9);
  const values = new Float64Array(METRICS.length * pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const corner = Math.floor(pixel / width) * stride + (pixel % width);
    for (let row = 0; row < 3; row++) {
      const start = corner + row * stride;
      neighbourhood[3 * row] = framed[start] as number;
      neighbourhood[3 * row + 1] = framed[start + 1] as number;
      neighbourhood[3 * row + 2] = framed[start + 2] as number;
    }
    for (let metric = 0; metric < METRICS.length; metric++) {
      values[metric * pixels + pixel] = (METRICS[metric] as PixelMetric).value(neighbourhood);
    }
  }
  return values;
}

/** Luma with a frame of one reflected pixel around it. */
function framedLuma(image: RgbImage): Float64Array {
  const { width, height } = image;
  const plane = lumaPlane(image);
  const stride = width + 2;
  const framed = new Float64Array(stride * (height + 2));
  for (let row = 0; row < height + 2; row++) {
    const from = reflect101(row - 1, height) * width;
    for (let column = 0; column < stride; column++) {
      framed[row * stride + column] = plane[from + reflect101(column - 1, width)] as number;
    }
  }
  return framed;
}
