import { expect, test } from "vitest";
import { liveFigures, liveTable } from "./live-figures.ts";

const page = { longTasksMs: [61], repaintsPerSecond: 30, speed: "" };
const sample = (ms: number, years: number, settled: boolean) => ({
  ms,
  years,
  low: years - 5,
  high: years + 5,
  settled,
});

test("deviations are taken over all that was shown, and over what had settled", () => {
  const samples = [sample(0, 30, false), sample(50, 32, false), sample(100, 31, true), sample(150, 31, true)];
  const figures = liveFigures([28, 32], { ...page, samples: [...samples, sample(200, Number.NaN, false)] });
  expect(figures).toMatchObject({ singleDeviation: 2, settledDeviation: 0, settledAfterMs: 100, firstWidth: 10 });
  expect(figures.shownDeviation).toBeCloseTo(Math.sqrt(0.5));
  expect(liveTable(figures)).toMatch(/shown age, from the first reading on\s+0\.71 years\s+0\.35×/);
});

test("a reading that never settles has no figure for it", () => {
  const figures = liveFigures([28, 32], { ...page, samples: [sample(0, 30, false)] });
  expect(figures.settledAfterMs).toBeNaN();
  expect(figures).toMatchObject({ longTasks: 1, longestTaskMs: 61 });
});
