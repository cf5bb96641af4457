import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { type OtherBrowser, whyNot } from "../../../tools/other-browsers.ts";
import { Display } from "../drivers/display.ts";
import { Firefox, type FirefoxPreferences } from "../drivers/firefox.ts";
import type { Tab, TestedBrowser } from "../drivers/tab.ts";
import { WebKit } from "../drivers/webkit.ts";
import { Visitor } from "./visitor.ts";

export { expect };

/** What a project and a test file may choose. */
export interface BrowserOptions {
  otherBrowser: OtherBrowser;
  /** Settings of Firefox that differ from its own. */
  preferences: FirefoxPreferences;
  /** Switches of WebKit, such as `+AllowWebGLInWorkers`. */
  features: readonly string[];
}

interface WorkerFixtures extends BrowserOptions {
  display: Display;
  /** Where Firefox saves files. */
  downloads: string;
  tested: TestedBrowser;
}

interface TestFixtures {
  /** Uncaught errors that a test provokes on purpose. */
  expectedErrors: RegExp;
  tab: Tab;
  visitor: Visitor;
}

/** Playwright's test with one of the other browsers, which runs for as long as its settings stay the same. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  otherBrowser: ["firefox", { option: true, scope: "worker" }],
  preferences: [{}, { option: true, scope: "worker" }],
  expectedErrors: [/(?!)/, { option: true }],
  features: [[], { option: true, scope: "worker" }],
  display: [
    async ({ otherBrowser }, use) => {
      const reason = whyNot(otherBrowser);
      if (reason) return base.skip(true, `not tried in ${otherBrowser}: ${reason}`);
      const display = await Display.open();
      await use(display);
      display.close();
    },
    { scope: "worker" },
  ],
  downloads: [
    async ({ otherBrowser }, use, { project, workerIndex }) => {
      await use(join(project.outputDir, `downloads-${otherBrowser}-${workerIndex}`));
    },
    { scope: "worker" },
  ],
  tested: [
    async ({ otherBrowser, display, downloads, preferences, features }, use) => {
      const browser =
        otherBrowser === "firefox"
          ? await Firefox.start(display, downloads, preferences)
          : await WebKit.start(display, features);
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  tab: async ({ tested, expectedErrors }, use) => {
    const tab = await tested.newTab();
    await use(tab);
    await tab.close();
    expect(tab.errors.filter((text) => !expectedErrors.test(text))).toEqual([]);
  },
  visitor: async ({ tab, baseURL }, use, testInfo) => {
    await use(new Visitor(tab, baseURL ?? "", testInfo.outputPath("files")));
  },
});
