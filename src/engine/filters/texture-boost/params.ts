import type { FilterControl, ParamRange } from "../filter.ts";

export const params = {
  amount: { min: 0, max: 2, step: 0.05, default: 0.5 },
  size: { min: 1.5, max: 4, step: 0.1, default: 3 },
  edge: { min: 5, max: 60, step: 1, default: 20 },
} as const satisfies Record<string, ParamRange>;

export const control = {
  params,
  off: { param: "amount", value: 0 },
} as const satisfies FilterControl<keyof typeof params>;

/** Deviation in pixels of the blur that keeps single-pixel grain from being boosted. */
export const GRAIN_SIGMA = 0.7;
