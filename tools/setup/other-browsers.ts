import { findFirefox, findWebKit, findXvfb, OTHER_BROWSERS, PACKAGES, whyNot } from "../other-browsers.ts";
import { canInstallPackages, installPackages } from "./debian.ts";

/** Installs Firefox and WebKitGTK where that is possible; their tests are skipped by name where it is not. */
export function tryOtherBrowsers(): void {
  const missing = [
    ...(findFirefox() ? [] : [PACKAGES.firefox]),
    ...(findWebKit() ? [] : [PACKAGES.webkit]),
    ...(process.env.DISPLAY || findXvfb() ? [] : [PACKAGES.display]),
  ];
  // One by one: a system that lacks one of them may have the others.
  if (canInstallPackages()) for (const name of missing) installPackages(name);
  for (const browser of OTHER_BROWSERS) {
    const reason = whyNot(browser);
    console.log(`${browser}: ${reason ? `its tests will be skipped, since ${reason}` : "found"}`);
  }
}
