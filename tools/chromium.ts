import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The browser to test with: AGELENS_CHROMIUM, else an installed one, else Playwright's own, else `undefined`. */
export function findChromium(): string | undefined {
  const named = process.env.AGELENS_CHROMIUM;
  if (named) return named;
  return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path));
}

/** As findChromium, but says what to do when there is none. */
export function chromiumPath(): string {
  const path = findChromium();
  if (path) return path;
  throw new Error("No Chromium was found. Run `npm run setup`, or name one in AGELENS_CHROMIUM.");
}

const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** Command lines for a headless Chromium that uses what the machine has, one with WebGPU in software, one without WebGPU. */
export const CHROMIUM_ARGUMENTS = {
  auto: [...QUIET, "--enable-unsafe-webgpu", "--enable-features=Vulkan", "--ignore-gpu-blocklist"],
  webgpu: [
    ...QUIET,
    "--enable-unsafe-webgpu",
    "--enable-features=Vulkan",
    "--use-vulkan=swiftshader",
    "--use-webgpu-adapter=swiftshader",
  ],
  wasm: [...QUIET, "--disable-features=WebGPU"],
} as const;
