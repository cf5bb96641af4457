import type { FilterControl, ParamRange } from "../filter.ts";

export const params = {
  strength: { min: 0, max: 1, step: 0.05, default: 1 },
  brightness: { min: 60, max: 200, step: 1, default: 128 },
  limit: { min: 1, max: 4, step: 0.1, default: 2.5 },
} as const satisfies Record<string, ParamRange>;

export const control = {
  params,
  off: { param: "strength", value: 0 },
} as const satisfies FilterControl<keyof typeof params>;
