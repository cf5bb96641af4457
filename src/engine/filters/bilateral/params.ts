import type { ParamRange } from "../filter.ts";

export const params = {
  sigmaColour: { label: "Strength", min: 0, max: 120, step: 1, default: 30 },
  sigmaSpace: { label: "Radius", min: 0.5, max: 2.5, step: 0.5, default: 1.5 },
} as const satisfies Record<string, ParamRange>;
