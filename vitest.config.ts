import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "./tools/chromium.ts";
import app from "./vite.config.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["{src,tools}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/.venv/**", "**/*.gpu.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "package",
          environment: "node",
          include: ["e2e/package/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        define: app.define,
        optimizeDeps: app.optimizeDeps,
        test: {
          name: "gpu",
          include: ["src/**/*.gpu.test.ts"],
          testTimeout: 240_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: chromiumPath(), args: [...CHROMIUM_ARGUMENTS.webgpu] },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
