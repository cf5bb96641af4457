/** Installs what npm does not: browsers and the training workspace's Python packages. `npm run setup` */
import { ensureChromium } from "./chromium.ts";
import { tryOtherBrowsers } from "./other-browsers.ts";
import { ensurePython } from "./python.ts";

try {
  ensureChromium();
  tryOtherBrowsers();
  ensurePython();
} catch (error) {
  console.error(`setup: ${(error as Error).message}`);
  process.exit(1);
}
