import { mean } from "../shared/averages.ts";
import { decimals, formatTable } from "../shared/table.ts";
import type { ShownSample, WatchedPage } from "./live-page.ts";

/** How still the live view's reading of a still face is, and how free its main thread. */
export interface LiveFigures {
  /** Standard deviations in years: of frames read alone, of the shown age, and of that once it has settled. */
  readonly singleDeviation: number;
  readonly shownDeviation: number;
  readonly settledDeviation: number;
  /** Milliseconds from the first reading until it is settled; NaN when it never is. */
  readonly settledAfterMs: number;
  /** Width in years of the first interval that was shown and of the last. */
  readonly firstWidth: number;
  readonly lastWidth: number;
  /** Tasks of the main thread above 50 ms, and the longest of them. */
  readonly longTasks: number;
  readonly longestTaskMs: number;
  readonly repaintsPerSecond: number;
  readonly speed: string;
}

/** Figures from the ages of frames read alone and from what the page has shown. */
export function liveFigures(single: readonly number[], { samples, longTasksMs, ...page }: WatchedPage): LiveFigures {
  const shown = samples.filter(({ years }) => Number.isFinite(years));
  const settled = shown.filter((sample) => sample.settled);
  const yearsOf = (each: readonly ShownSample[]) => each.map(({ years }) => years);
  const widthOf = (sample: ShownSample | undefined) => (sample ? sample.high - sample.low : Number.NaN);
  return {
    singleDeviation: deviation(single),
    shownDeviation: deviation(yearsOf(shown)),
    settledDeviation: deviation(yearsOf(settled)),
    settledAfterMs: settled[0]?.ms ?? Number.NaN,
    firstWidth: widthOf(shown[0]),
    lastWidth: widthOf(shown.at(-1)),
    longTasks: longTasksMs.length,
    longestTaskMs: Math.max(0, ...longTasksMs),
    ...page,
  };
}

/** The figures as a table. */
export function liveTable(figures: LiveFigures): string {
  const ratio = (value: number) => `${decimals(value / figures.singleDeviation)}×`;
  return formatTable(
    ["live, one still face, 5 s of noisy video", "", "to single frames"],
    [
      [
        "standard deviation of the age, frames read alone",
        `${decimals(figures.singleDeviation)} years`,
        ratio(figures.singleDeviation),
      ],
      [
        "… of the shown age, from the first reading on",
        `${decimals(figures.shownDeviation)} years`,
        ratio(figures.shownDeviation),
      ],
      [
        "… of the shown age, once settled",
        `${decimals(figures.settledDeviation)} years`,
        ratio(figures.settledDeviation),
      ],
      ["settled after", `${decimals(figures.settledAfterMs / 1000, 1)} s`, ""],
      ["interval, first and last", `${figures.firstWidth} and ${figures.lastWidth} years`, ""],
      ["tasks above 50 ms on the main thread", figures.longTasks, ""],
      ["longest of them", `${decimals(figures.longestTaskMs, 0)} ms`, ""],
      ["repaints per second", decimals(figures.repaintsPerSecond, 0), ""],
    ],
  );
}

function deviation(values: readonly number[]): number {
  const middle = mean(values) ?? Number.NaN;
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)) ?? Number.NaN);
}
