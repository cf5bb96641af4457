import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { appFiles } from "./app-files.ts";

let folder: string | undefined;

afterEach(() => {
  if (folder) rmSync(folder, { recursive: true });
});

/** A folder like that of a build, with each file's own path in it. */
function builtApp(paths: readonly string[]): string {
  folder = mkdtempSync(join(tmpdir(), "agelens-"));
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  return folder;
}

it("needs the app and its models, keeps rare runtimes for later, and leaves test pages out", () => {
  const { needed, onDemand } = appFiles(
    builtApp([
      "index.html",
      "harness.html",
      "assets/harness-1.js",
      "assets/page-1.js",
      "assets/tfjs-backend-wasm-simd-1.wasm",
      "assets/tfjs-backend-wasm-1.wasm",
      "models/compact-age/weights.bin",
      "models/manifest.json",
      "service-worker.js",
    ]),
  );
  expect(Object.keys(needed)).toEqual([
    "assets/page-1.js",
    "assets/tfjs-backend-wasm-simd-1.wasm",
    "index.html",
    "models/compact-age/weights.bin",
    "models/manifest.json",
  ]);
  expect(Object.keys(onDemand)).toEqual(["assets/tfjs-backend-wasm-1.wasm"]);
  expect(needed["index.html"]).toBe("DrVHMEZYgFqteI0yDxC/Hyknl7Xm10Wjv2F1hNoBcFE=");
});
