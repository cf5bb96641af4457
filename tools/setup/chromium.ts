import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { chromiumPath, findChromium } from "../chromium.ts";

/** Makes sure that there is a Chromium: one that is installed, else Debian's package, else Playwright's download. */
export function ensureChromium(): void {
  if (!findChromium()) install();
  console.log(`Chromium: ${chromiumPath()}`);
}

function install(): void {
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) installDebianPackage();
  if (!findChromium()) downloadWithPlaywright();
}

function installDebianPackage(): void {
  console.log("Installing Debian's chromium …");
  try {
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    execFileSync("apt-get", ["install", "-y", "-qq", "chromium"], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } catch (error) {
    console.log(`Debian's package could not be installed (${(error as Error).message}); trying Playwright's download.`);
  }
}

function downloadWithPlaywright(): void {
  const cli = createRequire(import.meta.url).resolve("playwright/cli");
  execFileSync(process.execPath, [cli, "install", "--with-deps", "chromium"], { stdio: "inherit" });
}
