import type { FilterControl, ParamRange } from "../filter.ts";

export const params = {
  radius: { min: 0, max: 2, step: 1, default: 1, choices: ["off", "3×3", "5×5"] },
} as const satisfies Record<string, ParamRange>;

export const control = {
  params,
  off: { param: "radius", value: 0 },
} as const satisfies FilterControl<keyof typeof params>;
