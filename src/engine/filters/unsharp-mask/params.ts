import type { FilterControl, ParamRange } from "../filter.ts";

export const params = {
  amount: { min: 0, max: 3, step: 0.05, default: 0.8 },
  sigma: { min: 0.3, max: 4, step: 0.1, default: 1.2 },
  threshold: { min: 0, max: 20, step: 0.5, default: 1 },
} as const satisfies Record<string, ParamRange>;

export const control = {
  params,
  off: { param: "amount", value: 0 },
} as const satisfies FilterControl<keyof typeof params>;
