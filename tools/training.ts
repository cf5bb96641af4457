/**
 * Runs a Python module in the training workspace's environment, or all checks of the workspace, one after the other.
 *
 *     tsx tools/training.ts pytest
 *     tsx tools/training.ts checks
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { TRAINING_PYTHON } from "./setup/python.ts";

const CHECKS = [
  ["-m", "ruff", "check", "."],
  ["-m", "ruff", "format", "--check", "."],
  ["-m", "mypy"],
  ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
  ["-m", "pytest", "-q"],
];

/** Runs Python in the workspace; returns its exit status. */
function python(args: string[]): number {
  const options = { cwd: join(import.meta.dirname, "../training"), stdio: "inherit" } as const;
  return spawnSync(TRAINING_PYTHON, args, options).status ?? 1;
}

const [module = "", ...rest] = process.argv.slice(2);
const runs = module === "checks" ? CHECKS : [["-m", module, ...rest]];
process.exit(runs.some((args) => python(args) !== 0) ? 1 : 0);
