import type { FilterControl, ParamRange } from "../filter.ts";

export const params = {
  sigma: { min: 0, max: 4, step: 0.1, default: 0.8 },
} as const satisfies Record<string, ParamRange>;

export const control = {
  params,
  off: { param: "sigma", value: 0 },
} as const satisfies FilterControl<keyof typeof params>;
