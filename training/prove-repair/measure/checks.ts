import type { FilterId } from "../../../src/engine/filters/registry.ts";
import type { Check } from "../../../src/engine/quality/verdict.ts";

/** Every check, in the order of the tables; the proof judges the repair of each by itself. */
export const CHECKS = ["noisy", "small", "dark", "bright", "flat", "blurry"] as const satisfies readonly Check[];

/** The check that a filter repairs; tone filters brighten or dim. */
const REPAIRED_BY: Readonly<Record<FilterId, Check | "tone">> = {
  median: "noisy",
  bilateral: "noisy",
  gaussian: "noisy",
  resample: "small",
  "auto-gamma": "tone",
  gamma: "tone",
  "histogram-equalisation": "flat",
  clahe: "flat",
  "texture-boost": "blurry",
  "high-pass": "blurry",
  "unsharp-mask": "blurry",
};

/** The check for whose sake a plan for these failed checks uses a filter. */
export function repairedCheck(filter: FilterId, failed: readonly { readonly check: Check }[]): Check {
  const repaired = REPAIRED_BY[filter];
  if (repaired !== "tone") return repaired;
  return failed.some(({ check }) => check === "bright") ? "bright" : "dark";
}

/** Every choice of some of the checks, from single ones up to all of them; the empty choice is left out. */
export function choicesOf(checks: readonly Check[]): Check[][] {
  const masks = Array.from({ length: 2 ** checks.length - 1 }, (_, index) => index + 1);
  const choices = masks.map((mask) => checks.filter((_, place) => mask & (1 << place)));
  return choices.sort((a, b) => a.length - b.length);
}
