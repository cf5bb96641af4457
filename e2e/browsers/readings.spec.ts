import { Chromium } from "./drivers/chromium.ts";
import { readTwice } from "./support/batch-readings.ts";
import { portraits } from "./support/portraits.ts";
import { expect, test } from "./support/test.ts";
import { Visitor } from "./support/visitor.ts";

/** Years between two browsers' readings of one face: decoders agree, scaled drawing on a canvas does not quite. */
const MEDIAN_AT_MOST = 0.5;
const EVER_AT_MOST = 3;

test("reads the same ages as Chromium", async ({ visitor, baseURL }, testInfo) => {
  const chromium = await Chromium.start();
  const tab = await chromium.newTab();
  const other = new Visitor(tab, baseURL ?? "", testInfo.outputPath("same files"));
  const people = await readTwice(await portraits(), visitor, other);
  await chromium.close();

  expect(people.filter(({ years }) => years.includes(undefined))).toEqual([]);
  const apart = people.map(({ years: [a = Number.NaN, b = Number.NaN] }) => Math.abs(a - b));
  const median = apart.toSorted((a, b) => a - b)[apart.length >> 1] ?? Number.NaN;
  const most = Math.max(...apart);
  const figures = `${apart.length} faces, ${median.toFixed(2)} years apart in the median, ${most.toFixed(2)} at most`;
  console.log(`${visitor.tab.version} and ${tab.version}: ${figures}`);
  expect(median).toBeLessThanOrEqual(MEDIAN_AT_MOST);
  expect(most, people[apart.indexOf(most)]?.picture).toBeLessThanOrEqual(EVER_AT_MOST);
});
