import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { chromiumPath, findChromium } from "../chromium.ts";
import { canInstallPackages, installPackages } from "./debian.ts";

/** Makes sure that there is a Chromium: one that is installed, else Debian's package, else Playwright's download. */
export function ensureChromium(): void {
  if (!findChromium() && canInstallPackages()) installPackages("chromium");
  if (!findChromium()) downloadWithPlaywright();
  console.log(`Chromium: ${chromiumPath()}`);
}

function downloadWithPlaywright(): void {
  const cli = createRequire(import.meta.url).resolve("playwright/cli");
  execFileSync(process.execPath, [cli, "install", "--with-deps", "chromium"], { stdio: "inherit" });
}
