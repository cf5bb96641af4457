import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Whether this is a Debian-like system on which packages may be installed. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/** Installs Debian packages; where that fails, says so and goes on: who needs them looks whether they are there. */
export function installPackages(...names: readonly string[]): void {
  console.log(`Installing Debian's ${names.join(", ")} …`);
  try {
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    execFileSync("apt-get", ["install", "-y", "-qq", ...names], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } catch (error) {
    console.log(`Not installed: ${names.join(", ")} (${(error as Error).message}).`);
  }
}
