import type { Backend } from "../../src/engine/index.ts";
import { median } from "../../src/math/index.ts";
import { CHROMIUM_ARGUMENTS } from "../chromium.ts";
import { BrowserPage } from "../engine-page/browser-page.ts";
import { buildToolSite, toolSite } from "../engine-page/tool-site.ts";
import type {} from "./page.ts";
import type { BatchTimes } from "./tables.ts";

/** Median times of what is done to a batch of faces, in a page that was built for it. */
export async function timeBatches(
  backend: Backend,
  faceCounts: readonly number[],
  repeats: number,
  signal: AbortSignal,
): Promise<BatchTimes[]> {
  const site = toolSite("bench", import.meta.dirname);
  await buildToolSite(site);
  const medians: BatchTimes[] = [];
  for (const faces of faceCounts) {
    const chromiumArguments = CHROMIUM_ARGUMENTS[backend];
    const browser = await BrowserPage.open({ site: site.config, file: "index.html", chromiumArguments, signal });
    try {
      const work = browser.page.evaluate((given) => window.timeBatches(given.backend, given.faces, given.repeats), {
        backend,
        faces,
        repeats,
      });
      const times = await browser.guard(work);
      medians.push({
        backend,
        faces,
        align: median(times.map(({ align }) => align)),
        repair: median(times.map(({ repair }) => repair)),
        network: median(times.map(({ network }) => network)),
      });
    } finally {
      await browser.close();
    }
  }
  return medians;
}
