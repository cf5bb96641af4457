import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "../../tools/chromium.ts";

const PORT = Number(process.env.E2E_PORT ?? 4175);
/** A folder that no address in the site may count on. */
const BASE = "/some/folder/";

/** Tests of the built site, served from a sub-path. */
export default defineConfig({
  testDir: "tests",
  timeout: 120_000,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${PORT}${BASE}`,
    trace: "retain-on-failure",
    launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_ARGUMENTS.wasm] },
  },
  webServer: {
    command: `npx vite preview --strictPort --port ${PORT} --base ${BASE}`,
    url: `http://localhost:${PORT}${BASE}`,
    reuseExistingServer: false,
  },
});
