import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "./tools/chromium.ts";

const PORT = Number(process.env.E2E_PORT ?? 4174);
const executablePath = chromiumPath();

/** The same tests with WebGPU (in software) and with WebGPU switched off. */
export default defineConfig({
  testDir: "e2e",
  snapshotPathTemplate: "{testDir}/baselines/{arg}{ext}",
  timeout: 240_000,
  expect: { timeout: 90_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: { baseURL: `http://localhost:${PORT}`, trace: "retain-on-failure", serviceWorkers: "block" },
  webServer: { command: `npx vite preview --strictPort --port ${PORT}`, port: PORT, reuseExistingServer: false },
  projects: (["webgpu", "wasm"] as const).map((backend) => ({
    name: backend,
    metadata: { backend },
    use: {
      ...devices["Desktop Chrome"],
      launchOptions: { executablePath, args: [...CHROMIUM_ARGUMENTS[backend]] },
    },
  })),
});
