import type { PixelMetric } from "../pixel-metric.ts";
import wgsl from "./clipping.wgsl?raw";

/** Luma of whole channel values comes in steps of 0.001; half a step of slack keeps rounding from deciding. */
const SLACK = 0.0005;

/** Share 0…1 of pixels with luma ≤ 5. */
export const clippedShadows: PixelMetric = {
  wgsl,
  rowValues(lumas, start, _stride, out) {
    for (let x = 0; x < out.length; x++) out[x] = (lumas[start + x] as number) <= 5 + SLACK ? 1 : 0;
  },
  finish: (mean) => mean,
};

/** Share 0…1 of pixels with luma ≥ 250. */
export const clippedHighlights: PixelMetric = {
  wgsl,
  rowValues(lumas, start, _stride, out) {
    for (let x = 0; x < out.length; x++) out[x] = (lumas[start + x] as number) >= 250 - SLACK ? 1 : 0;
  },
  finish: (mean) => mean,
};
