import { PIXEL_METRIC_IDS, PIXEL_METRICS, type PixelMetricId, type PixelMetrics } from "./registry.ts";

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
