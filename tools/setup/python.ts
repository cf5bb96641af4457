import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installOnce } from "./stamp.ts";

const TRAINING = join(import.meta.dirname, "../../training");
const ENVIRONMENT = join(TRAINING, ".venv");
const STAMP = join(ENVIRONMENT, "installed.sha256");
const OLDEST_PYTHON = [3, 11] as const;

/** The Python of the training workspace's own environment. */
export const TRAINING_PYTHON = join(ENVIRONMENT, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");

/** Makes the training workspace's environment, or brings it up to date with pyproject.toml. */
export function ensurePython(): void {
  installOnce(join(TRAINING, "pyproject.toml"), STAMP, install);
  console.log(`Python: ${TRAINING_PYTHON}`);
}

function install(): void {
  if (!existsSync(TRAINING_PYTHON)) execFileSync(findPython(), ["-m", "venv", ENVIRONMENT], { stdio: "inherit" });
  console.log("Installing the training workspace (PyTorch is large: this takes a few minutes once) …");
  execFileSync(TRAINING_PYTHON, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", ".[dev]"], {
    cwd: TRAINING,
    stdio: "inherit",
  });
}

/** The name of a Python that is new enough; throws where there is none. */
export function findPython(): string {
  for (const name of ["python3", "python"]) {
    if (isRecent(name)) return name;
  }
  throw new Error(`The training workspace needs Python ${OLDEST_PYTHON.join(".")} or newer: install it first.`);
}

function isRecent(name: string): boolean {
  try {
    const test = `import sys, venv; sys.exit(sys.version_info < (${OLDEST_PYTHON.join(", ")}))`;
    execFileSync(name, ["-c", test], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
