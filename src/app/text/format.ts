import type { AgeInterval } from "../../engine/index.ts";
import type { Catalogue, WholeYears } from "./catalogue.ts";

/**
 * An interval in whole years. Rounding to the nearest year never leaves out a whole age that lies inside.
 *
 * @example wholeYears({ low: 27.6, high: 41.4, level: 0.8 }) // { low: 28, high: 41 }
 */
export function wholeYears({ low, high }: AgeInterval): WholeYears {
  return { low: Math.round(low), high: Math.round(high) };
}

/** “28–41”, or “0” where both ends are the same. */
export function formatInterval({ low, high }: WholeYears): string {
  return low === high ? String(low) : `${low}–${high}`;
}

/** Bytes as a number of megabytes with one decimal, in the page's language: 4100000 → “4.1”. */
export function formatMegabytes({ locale }: Catalogue, bytes: number): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(bytes / 1e6);
}
