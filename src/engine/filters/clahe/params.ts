import type { FilterControl, ParamRange } from "../filter.ts";

export const params = {
  strength: { min: 0, max: 1, step: 0.05, default: 0.7 },
  clipLimit: { min: 1, max: 8, step: 0.5, default: 2 },
} as const satisfies Record<string, ParamRange>;

export const control = {
  params,
  off: { param: "strength", value: 0 },
} as const satisfies FilterControl<keyof typeof params>;

/** Tiles per side of a crop. */
export const TILES = 4;
