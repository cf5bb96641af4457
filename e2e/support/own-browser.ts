import { test as base } from "./picture-folder.ts";

interface OwnBrowser {
  /** Added to the project's command line. */
  browserArguments: readonly string[];
}

/** Playwright's test with a browser of its own, which a test may change or damage. */
export const test = base.extend<OwnBrowser>({
  browserArguments: [[], { option: true }],
  page: async ({ playwright, launchOptions, browserArguments, baseURL }, use) => {
    const args = [...(launchOptions.args ?? []), ...browserArguments];
    const browser = await playwright.chromium.launch({ ...launchOptions, args });
    await use(await browser.newPage({ ...(baseURL && { baseURL }), serviceWorkers: "block" }));
    await browser.close();
  },
});
