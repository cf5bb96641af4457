import { defineConfig, devices } from "@playwright/test";
import type { BrowserOptions } from "./e2e/browsers/support/test.ts";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "./tools/chromium.ts";
import { OTHER_BROWSERS } from "./tools/other-browsers.ts";

const PORT = Number(process.env.E2E_PORT ?? 4174);
const executablePath = chromiumPath();

/** The same tests in Chromium with WebGPU (in software) and with WebGPU switched off, and a few in other browsers. */
export default defineConfig<object, BrowserOptions>({
  testDir: "e2e",
  snapshotPathTemplate: "{testDir}/baselines/{arg}{ext}",
  timeout: 240_000,
  expect: { timeout: 90_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // A shared machine may stall for a minute: what then passes alone is listed as flaky, and does not fail the whole.
  retries: process.env.CI ? 1 : 0,
  reporter: "list",
  use: { baseURL: `http://localhost:${PORT}`, trace: "retain-on-failure", serviceWorkers: "block" },
  webServer: { command: `npx vite preview --strictPort --port ${PORT}`, port: PORT, reuseExistingServer: false },
  projects: [
    ...(["webgpu", "wasm"] as const).map((backend) => ({
      name: backend,
      testIgnore: ["browsers/**", "package/**"],
      metadata: { backend },
      use: {
        ...devices["Desktop Chrome"],
        launchOptions: { executablePath, args: [...CHROMIUM_ARGUMENTS[backend]] },
      },
    })),
    ...OTHER_BROWSERS.map((name) => ({ name, testDir: "e2e/browsers", use: { otherBrowser: name } })),
  ],
});
