import { lumaValues, type PixelMetric } from "../pixel-metric.ts";
import wgsl from "./brightness.wgsl?raw";

/** Mean luma, 0…255. */
export const brightness: PixelMetric = {
  wgsl,
  rowValues: lumaValues,
  finish: (mean) => mean,
};
