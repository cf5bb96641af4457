import { decimals, formatTable, percent } from "../shared/table.ts";
import type { WidthBin } from "./curve.ts";

/** A table of error against width; `bins` may overlap. */
export function widthTable(title: string, bins: readonly WidthBin[]): string {
  const rows = bins.map(({ from, to, readings, share, error, guess }) => [
    Number.isFinite(to) ? `${from} to ${to}` : `above ${from}`,
    readings,
    percent(share),
    `${decimals(error.value, 1)} (${decimals(error.low, 1)} to ${decimals(error.high, 1)})`,
    decimals(guess, 1),
    percent(guess === 0 ? null : 1 - error.value / guess),
  ]);
  return formatTable([title, "readings", "share", "missed by years", "guessing", "gain"], rows);
}
