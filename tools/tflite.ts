/**
 * Holds TensorFlow Lite files to the network that they were made of, in the environment that Google's converter needs for itself
 * (2.1 GB; see training/README.md).
 *
 *     npm run test:tflite
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findPython } from "./setup/python.ts";
import { installOnce } from "./setup/stamp.ts";

const TRAINING = join(import.meta.dirname, "../training");
const ENVIRONMENT = join(TRAINING, ".venv-tflite");
const PYTHON = join(ENVIRONMENT, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
const CONVERTER = ["torch==2.13.0", "litert-torch==0.10.0"];
const TESTS = ["pytest==9.2.0"];

function python(...words: string[]): void {
  execFileSync(PYTHON, ["-m", ...words], { cwd: TRAINING, stdio: "inherit" });
}

installOnce(join(TRAINING, "pyproject.toml"), join(ENVIRONMENT, "installed.sha256"), () => {
  if (!existsSync(PYTHON)) execFileSync(findPython(), ["-m", "venv", ENVIRONMENT], { stdio: "inherit" });
  python("pip", "install", "--quiet", ...CONVERTER);
  // After it, since one of its packages asks for older ones that it can do without.
  python("pip", "install", "--quiet", "-e", ".", ...TESTS);
});
python("pytest", "-q", "tests/test_tflite.py");
