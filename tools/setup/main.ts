/** Installs what npm does not: browsers, the training workspace's Python packages, and what its exports are tried in. `npm run setup` */
import { ensureChromium } from "./chromium.ts";
import { tryCompiler } from "./compiler.ts";
import { ensureOnnxRuntime } from "./onnx-runtime.ts";
import { tryOtherBrowsers } from "./other-browsers.ts";
import { ensurePython } from "./python.ts";

try {
  ensureChromium();
  tryOtherBrowsers();
  ensurePython();
  ensureOnnxRuntime();
  tryCompiler();
} catch (error) {
  console.error(`setup: ${(error as Error).message}`);
  process.exit(1);
}
