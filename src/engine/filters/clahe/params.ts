import type { FilterControl, ParamRange } from "../filter.ts";

export const params = {
  strength: { label: "Strength", min: 0, max: 1, step: 0.05, default: 0.7 },
  clipLimit: { label: "Clip limit", min: 1, max: 8, step: 0.5, default: 2 },
} as const satisfies Record<string, ParamRange>;

export const control = {
  label: "Adaptive equalisation (CLAHE)",
  params,
  off: { param: "strength", value: 0 },
} as const satisfies FilterControl<keyof typeof params>;

/** Tiles per side of a crop. */
export const TILES = 4;
