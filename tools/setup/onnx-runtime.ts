import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { installOnce } from "./stamp.ts";

const EXAMPLE = join(import.meta.dirname, "../../training/node-example");

/**
 * Installs ONNX Runtime for Node, in which tests replay what `agelens release` writes.
 *
 * It lies apart from the app's packages, which it would make half as large again; its install script is not run, because it
 * downloads CUDA's libraries from elsewhere.
 */
export function ensureOnnxRuntime(): void {
  const folder = join(EXAMPLE, "node_modules");
  installOnce(join(EXAMPLE, "package-lock.json"), join(folder, "installed.sha256"), () => {
    console.log("Installing ONNX Runtime for Node (114 MB, once) …");
    const words = ["ci", "--ignore-scripts", "--no-fund", "--no-audit"];
    execFileSync("npm", words, { cwd: EXAMPLE, stdio: "inherit", shell: process.platform === "win32" });
  });
  console.log(`ONNX Runtime for Node: ${folder}`);
}
