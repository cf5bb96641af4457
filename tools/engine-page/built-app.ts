import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

export const PROJECT_FOLDER = join(import.meta.dirname, "../..");

/** Everything that the built app depends on. */
const SOURCES = [
  "src",
  "public",
  "index.html",
  "harness.html",
  "vite.config.ts",
  "package-lock.json",
  "tools/security-headers.ts",
];

/** Builds the app into dist/ when something has changed since the last build, or when `always` is true. */
export async function ensureBuilt(always: boolean): Promise<void> {
  const builtAt = modifiedAt(join(PROJECT_FOLDER, "dist/harness.html"));
  const changedAt = Math.max(...SOURCES.map((source) => newestChange(join(PROJECT_FOLDER, source))));
  if (!always && builtAt > changedAt) return;
  console.log("Building the app …");
  await build({ root: PROJECT_FOLDER, logLevel: "error" });
}

function newestChange(path: string): number {
  const inside = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path, { recursive: true }) : [];
  return Math.max(modifiedAt(path), ...inside.map((name) => modifiedAt(join(path, String(name)))));
}

/** Milliseconds since 1970; 0 for a file that is not there. */
function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
