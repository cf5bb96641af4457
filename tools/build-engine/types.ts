import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { DIST, ENTRIES, PROJECT_FOLDER } from "./entries.ts";

const DECLARATIONS = join(PROJECT_FOLDER, "node_modules/.cache/agelens/declarations");
const ARGUMENTS = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--rootDir", "src"];

/** Writes one declaration file per entry, which names no type of another package but the browser's own. */
export async function buildTypes(): Promise<void> {
  rmSync(DECLARATIONS, { recursive: true, force: true });
  const tsc = join(PROJECT_FOLDER, "node_modules/.bin/tsc");
  execFileSync(tsc, ["-p", "tsconfig.app.json", ...ARGUMENTS, "--outDir", DECLARATIONS], { cwd: PROJECT_FOLDER });
  const declared = (path: string) => join(DECLARATIONS, relative(join(PROJECT_FOLDER, "src"), path));
  await build({
    input: Object.fromEntries(
      Object.entries(ENTRIES).map(([name, path]) => [name, declared(path).replace(/\.tsx?$/, ".d.ts")]),
    ),
    external: /^react(\/|$)/,
    // The generator has nothing to do: declarations are there already.
    plugins: [dts({ dtsOnly: true, generator: "oxc" })],
    checks: { pluginTimings: false },
    output: { dir: DIST, chunkFileNames: "engine.d.ts" },
  });
}
