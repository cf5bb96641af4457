/**
 * Prints what a first visit downloads, compressed, and fails when it has grown beyond its limit.
 *
 *     npm run size
 */
import { join } from "node:path";
import { ensureBuilt, PROJECT_FOLDER } from "./engine-page/built-app.ts";
import { runTool } from "./shared/run-tool.ts";
import { formatTable } from "./shared/table.ts";
import { ToolError } from "./shared/tool-error.ts";
import { firstLoad, type LoadedFile } from "./size/first-load.ts";

/** Everything until an age is read, compressed. */
const FIRST_LOAD_LIMIT_BYTES = 7_000_000;
/** JavaScript before the first screen works, compressed. */
const FIRST_SCREEN_LIMIT_BYTES = 120_000;

await runTool(async () => {
  await ensureBuilt(false);
  const files = firstLoad(join(PROJECT_FOLDER, "dist")).sort((a, b) => b.gzipBytes - a.gzipBytes);
  const rows = files.map(({ path, plainBytes, gzipBytes }) => [path, kilobytes(plainBytes), kilobytes(gzipBytes)]);
  console.log(formatTable(["file", "plain", "gzip"], rows));
  check("First load", gzipBytes(files), FIRST_LOAD_LIMIT_BYTES);
  const scripts = files.filter(({ firstScreenScript }) => firstScreenScript);
  check("JavaScript of the first screen", gzipBytes(scripts), FIRST_SCREEN_LIMIT_BYTES);
});

function check(what: string, bytes: number, limit: number): void {
  console.log(`${what}: ${kilobytes(bytes)} of at most ${kilobytes(limit)}, compressed`);
  if (bytes > limit) throw new ToolError(`${what} has grown beyond its limit: load less, or load it later.`);
}

function gzipBytes(files: readonly LoadedFile[]): number {
  return files.reduce((sum, file) => sum + file.gzipBytes, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
