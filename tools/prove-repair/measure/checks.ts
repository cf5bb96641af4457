import type { Check } from "../../../src/engine/quality/verdict.ts";

/** Every choice of some of the checks, from single ones up to all of them; the empty choice is left out. */
export function choicesOf(checks: readonly Check[]): Check[][] {
  const masks = Array.from({ length: 2 ** checks.length - 1 }, (_, index) => index + 1);
  const choices = masks.map((mask) => checks.filter((_, place) => mask & (1 << place)));
  return choices.sort((a, b) => a.length - b.length);
}
