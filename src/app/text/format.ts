import type { AgeInterval } from "../../engine/index.ts";
import type { WholeYears } from "./shape/photo.ts";

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

/** 0.8 → 8; `undefined` for shares that are not whole tenths. */
export function wholeTenths(share: number): number | undefined {
  const tenths = Math.round(share * 10);
  return Math.abs(share * 10 - tenths) < 1e-6 ? tenths : undefined;
}

/** Bytes as a number of megabytes with one decimal, in the page's language: 4100000 → “4.1”. */
export function formatMegabytes({ locale }: { readonly locale: string }, bytes: number): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(bytes / 1e6);
}

/** “a, b and c”: Intl.ListFormat without the comma that American English puts before “and”. */
export function listed(locale: string, words: readonly string[]): string {
  return new Intl.ListFormat(locale === "en" ? "en-GB" : locale).format(words);
}
