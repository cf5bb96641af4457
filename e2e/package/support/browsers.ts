import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { whyNot } from "../../../tools/other-browsers.ts";
import { Chromium } from "../../browsers/drivers/chromium.ts";
import { Display } from "../../browsers/drivers/display.ts";
import { Firefox } from "../../browsers/drivers/firefox.ts";
import type { TestedBrowser } from "../../browsers/drivers/tab.ts";

/** Browsers that the package is tried in. */
export const BROWSERS = ["chromium", "firefox"] as const;

/** Whether a browser is installed here; Chromium always is. */
export function isThere(name: (typeof BROWSERS)[number]): boolean {
  return name === "chromium" || whyNot(name) === undefined;
}

/** Starts a browser that may write into `folder`; closing it closes its display, too. */
export async function start(name: (typeof BROWSERS)[number], folder: string): Promise<TestedBrowser> {
  if (name === "chromium") return Chromium.start();
  const downloads = join(folder, "downloads");
  mkdirSync(downloads);
  const display = await Display.open();
  const firefox = await Firefox.start(display, downloads, {});
  return { newTab: () => firefox.newTab(), close: () => firefox.close().finally(() => display.close()) };
}
