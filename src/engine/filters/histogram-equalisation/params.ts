import type { FilterControl, ParamRange } from "../filter.ts";

export const params = {
  strength: { min: 0, max: 1, step: 0.05, default: 0.7 },
} as const satisfies Record<string, ParamRange>;

export const control = {
  params,
  off: { param: "strength", value: 0 },
} as const satisfies FilterControl<keyof typeof params>;
