import type { FilterControl, ParamRange } from "../filter.ts";

export const params = {
  amount: { min: 0, max: 2, step: 0.05, default: 0.6 },
} as const satisfies Record<string, ParamRange>;

export const control = {
  params,
  off: { param: "amount", value: 0 },
} as const satisfies FilterControl<keyof typeof params>;
