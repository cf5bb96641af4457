import type { PixelMetric } from "../pixel-metric.ts";
import wgsl from "./brightness.wgsl?raw";

/** Mean luma, 0…255. */
export const brightness: PixelMetric = {
  label: "Brightness",
  wgsl,
  value: (lumas, at) => lumas[at] as number,
  finish: (mean) => mean,
};
