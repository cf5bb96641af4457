import { existsSync, readdirSync } from "node:fs";

/** Browsers besides Chromium that the app is tried in. */
export const OTHER_BROWSERS = ["firefox", "webkit"] as const;
export type OtherBrowser = (typeof OTHER_BROWSERS)[number];

const FIREFOX = ["/usr/bin/firefox-esr", "/usr/lib/firefox-esr/firefox-esr", "/opt/firefox/firefox"];
const WEBKIT_DRIVER = "/usr/bin/WebKitWebDriver";
const XVFB = "/usr/bin/Xvfb";

/** The Firefox to test with: AGELENS_FIREFOX, else Debian's, else `undefined`. */
export function findFirefox(): string | undefined {
  return process.env.AGELENS_FIREFOX ?? FIREFOX.find((path) => existsSync(path));
}

/** WebKitGTK's driver and its small browser, or `undefined` where one of them is missing. */
export function findWebKit(): { readonly driver: string; readonly browser: string } | undefined {
  const browser = libraryFolders()
    .filter((folder) => /\/webkit2gtk-4\.\d+$/.test(folder))
    .map((folder) => `${folder}/MiniBrowser`)
    .find((path) => existsSync(path));
  return browser && existsSync(WEBKIT_DRIVER) ? { driver: WEBKIT_DRIVER, browser } : undefined;
}

/** The server of a display without a screen, or `undefined`. */
export function findXvfb(): string | undefined {
  return existsSync(XVFB) ? XVFB : undefined;
}

/** Why the app cannot be tried in `browser` here; `undefined` where it can. Both draw on a display, even unseen. */
export function whyNot(browser: OtherBrowser): string | undefined {
  const isThere = browser === "firefox" ? findFirefox() : findWebKit();
  if (!isThere) return `${PACKAGES[browser]} is not installed`;
  if (!process.env.DISPLAY && !findXvfb()) return "there is no display, and xvfb is not installed";
  return undefined;
}

/** Debian's names of what each browser's tests need. */
export const PACKAGES = { firefox: "firefox-esr", webkit: "webkit2gtk-driver", display: "xvfb" } as const;

function libraryFolders(): string[] {
  const inside = (folder: string) => {
    const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${folder}/${name}`);
  };
  return inside("/usr/lib").flatMap((folder) => [folder, ...(folder.endsWith("-linux-gnu") ? inside(folder) : [])]);
}
