import { brightness } from "./brightness/index.ts";
import { clippedHighlights, clippedShadows } from "./clipping/index.ts";
import { contrast } from "./contrast/index.ts";
import { noise } from "./noise/index.ts";
import type { PixelMetric } from "./pixel-metric.ts";
import { sharpness } from "./sharpness/index.ts";

/** Every metric that is measured on the pixels of a crop, in the order of the GPU's results. */
export const PIXEL_METRICS = {
  sharpness,
  brightness,
  contrast,
  noise,
  clippedShadows,
  clippedHighlights,
} as const satisfies Record<string, PixelMetric>;

/** The name of a metric of a crop's pixels. */
export type PixelMetricId = keyof typeof PIXEL_METRICS;

/**
 * One value per pixel metric, measured on the luma 0…255 of a crop: sharpness (variance of the Laplacian, from 0 on),
 * brightness (0…255), contrast (0…127.5), noise (grey levels), and the shares 0…1 of clipped pixels.
 */
export type PixelMetrics = Readonly<Record<PixelMetricId, number>>;

/** Every metric, in the order of the GPU's results. */
export const PIXEL_METRIC_IDS = Object.keys(PIXEL_METRICS) as PixelMetricId[];

/** Floats per metric in the GPU's results: mean and population variance of the metric's number per pixel. */
const MOMENTS = 2;

/** Floats per face in the GPU's results. */
export const FLOATS_PER_FACE = MOMENTS * PIXEL_METRIC_IDS.length;

/** Metrics of one face from its FLOATS_PER_FACE results of MeasurePass, [metric, (mean, variance)]. */
export function decodeMeasurements(floats: Float32Array): PixelMetrics {
  return finishMetrics((metric) => [floats[MOMENTS * metric] as number, floats[MOMENTS * metric + 1] as number]);
}

/** Metrics from the mean and the population variance of each metric's number per pixel, by its place in the registry. */
export function finishMetrics(momentsOf: (metric: number) => readonly [number, number]): PixelMetrics {
  const entries = PIXEL_METRIC_IDS.map((id, index) => [id, PIXEL_METRICS[id].finish(...momentsOf(index))] as const);
  return Object.fromEntries(entries) as Record<PixelMetricId, number>;
}
