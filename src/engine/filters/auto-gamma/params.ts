import type { FilterControl, ParamRange } from "../filter.ts";

export const params = {
  strength: { label: "Strength", min: 0, max: 1, step: 0.05, default: 1 },
  brightness: { label: "Brightness", min: 60, max: 200, step: 1, default: 128 },
  limit: { label: "Most", min: 1, max: 4, step: 0.1, default: 2.5 },
} as const satisfies Record<string, ParamRange>;

export const control = {
  label: "Automatic gamma",
  params,
  off: { param: "strength", value: 0 },
} as const satisfies FilterControl<keyof typeof params>;
