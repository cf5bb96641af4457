import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TRAINING = join(import.meta.dirname, "../../training");
const ENVIRONMENT = join(TRAINING, ".venv");
const STAMP = join(ENVIRONMENT, "installed.sha256");
const OLDEST_PYTHON = [3, 11] as const;

/** The Python of the training workspace's own environment. */
export const TRAINING_PYTHON = join(ENVIRONMENT, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");

/** Makes the training workspace's environment, or brings it up to date with pyproject.toml. */
export function ensurePython(): void {
  const wanted = createHash("sha256")
    .update(readFileSync(join(TRAINING, "pyproject.toml")))
    .digest("hex");
  const isCurrent = existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted;
  if (!isCurrent) install(wanted);
  console.log(`Python: ${TRAINING_PYTHON}`);
}

function install(wanted: string): void {
  if (!existsSync(TRAINING_PYTHON)) execFileSync(findPython(), ["-m", "venv", ENVIRONMENT], { stdio: "inherit" });
  console.log("Installing the training workspace (PyTorch is large: this takes a few minutes once) …");
  execFileSync(TRAINING_PYTHON, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", ".[dev]"], {
    cwd: TRAINING,
    stdio: "inherit",
  });
  writeFileSync(STAMP, wanted);
}

function findPython(): string {
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
