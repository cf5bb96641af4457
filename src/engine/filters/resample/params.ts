import type { FilterControl, ParamRange } from "../filter.ts";

export const params = {
  factor: { min: 1, max: 6, step: 0.1, default: 2 },
  method: { min: 0, max: 2, step: 1, default: 2, choices: ["bilinear", "bicubic", "Lanczos"] },
} as const satisfies Record<string, ParamRange>;

export const control = {
  params,
  off: { param: "factor", value: 1 },
} as const satisfies FilterControl<keyof typeof params>;
