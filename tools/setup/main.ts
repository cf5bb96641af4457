/** Installs what npm does not: a browser and the training workspace's Python packages. `npm run setup` */
import { ensureChromium } from "./chromium.ts";
import { ensurePython } from "./python.ts";

try {
  ensureChromium();
  ensurePython();
} catch (error) {
  console.error(`setup: ${(error as Error).message}`);
  process.exit(1);
}
