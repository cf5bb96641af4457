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

export type PixelMetricId = keyof typeof PIXEL_METRICS;

/** One value per pixel metric. */
export type PixelMetrics = Readonly<Record<PixelMetricId, number>>;

export const PIXEL_METRIC_IDS = Object.keys(PIXEL_METRICS) as PixelMetricId[];
