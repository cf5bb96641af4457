/**
 * Runs a Python module in the training workspace's environment.
 *
 *     tsx tools/training.ts pytest
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { TRAINING_PYTHON } from "./setup/python.ts";

const [module = "", ...rest] = process.argv.slice(2);
const result = spawnSync(TRAINING_PYTHON, ["-m", module, ...rest], {
  cwd: join(import.meta.dirname, "../training"),
  stdio: "inherit",
});
process.exit(result.status ?? 1);
