import { lumaValues, type PixelMetric } from "../pixel-metric.ts";
import wgsl from "./contrast.wgsl?raw";

/** Population standard deviation of luma, 0…127.5. */
export const contrast: PixelMetric = {
  wgsl,
  rowValues: lumaValues,
  finish: (_mean, variance) => Math.sqrt(variance),
};
