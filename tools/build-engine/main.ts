/**
 * Builds the package @agelens/engine into packages/engine/dist.
 *
 *     npm run build:engine
 */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runTool } from "../shared/run-tool.ts";
import { DIST, PROJECT_FOLDER } from "./entries.ts";
import { buildEntries, buildWorker } from "./scripts.ts";
import { copyShippedFiles } from "./shipped-files.ts";
import { buildTypes } from "./types.ts";

await runTool(async () => {
  rmSync(DIST, { recursive: true, force: true });
  await buildWorker();
  await buildEntries();
  await buildTypes();
  copyShippedFiles();
  cpSync(join(PROJECT_FOLDER, "LICENSE"), join(DIST, "LICENSE"));
});
