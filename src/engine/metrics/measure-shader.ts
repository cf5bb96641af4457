import pixels from "../image/pixels.wgsl?raw";
import main from "./measure.wgsl?raw";
import type { PixelMetric } from "./pixel-metric.ts";

/** The shader that measures `metrics`, by the names of their WGSL functions. */
export function measureShader(metrics: Readonly<Record<string, PixelMetric>>): string {
  const ids = Object.keys(metrics);
  const functions = new Set(Object.values(metrics).map((metric) => metric.wgsl));
  return [
    "alias Neighbourhood = array<f32, 9>;",
    `const METRICS = ${ids.length}u;`,
    "alias Values = array<f32, METRICS>;",
    pixels,
    ...functions,
    `fn values(n: Neighbourhood) -> Values { return Values(${ids.map((id) => `${id}(n)`).join(", ")}); }`,
    main,
  ].join("\n");
}
