import type { FilterControl, ParamRange } from "../filter.ts";

export const params = {
  gamma: { min: 0.3, max: 3, step: 0.05, default: 0.8 },
} as const satisfies Record<string, ParamRange>;

export const control = {
  params,
  off: { param: "gamma", value: 1 },
} as const satisfies FilterControl<keyof typeof params>;
