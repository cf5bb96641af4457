import type { FilterControl, ParamRange } from "../filter.ts";

export const params = {
  sigmaColour: { min: 0, max: 120, step: 1, default: 30 },
  sigmaSpace: { min: 0.5, max: 2.5, step: 0.5, default: 1.5 },
} as const satisfies Record<string, ParamRange>;

export const control = {
  params,
  off: { param: "sigmaColour", value: 0 },
} as const satisfies FilterControl<keyof typeof params>;
