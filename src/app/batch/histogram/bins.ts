import { clamp, median } from "../../../math/index.ts";

/** Ages are counted in groups of so many years. */
export const BIN_YEARS = 5;
/** The last group holds 95 and all above. */
export const BIN_COUNT = 20;

/** How many ages lie in each group, the youngest first: 0–4, 5–9, …; ages count as they are shown, rounded. */
export function ageHistogram(ages: readonly number[]): number[] {
  const counts = new Array<number>(BIN_COUNT).fill(0);
  for (const years of ages) {
    const bin = clamp(Math.floor(Math.round(years) / BIN_YEARS), 0, BIN_COUNT - 1);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** The middle of all ages, in years; `undefined` when there are none. */
export function medianAge(ages: readonly number[]): number | undefined {
  return ages.length > 0 ? median(ages) : undefined;
}
