import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, it } from "vitest";
import published from "../../public/models/manifest.json" with { type: "json" };
import { appFiles } from "./app-files.ts";

let folder: string | undefined;

afterEach(() => {
  if (folder) rmSync(folder, { recursive: true });
});

/** A folder like that of a build, with each file's own path in it. */
function builtApp(paths: readonly string[]): string {
  folder = mkdtempSync(join(tmpdir(), "agelens-"));
  const [first] = published.models;
  const other = structuredClone(first) as NonNullable<typeof first>;
  Object.assign(other, { id: "other" });
  other.topology.path = "other/model.json";
  other.weights.path = "other/weights.bin";
  const manifest = JSON.stringify({ ...published, models: [first, other] });
  for (const [path, content] of [...paths.map((path) => [path, path]), ["models/manifest.json", manifest]]) {
    mkdirSync(dirname(join(folder, path as string)), { recursive: true });
    writeFileSync(join(folder, path as string), content as string);
  }
  return folder;
}

it("needs the app and its default model, keeps other models for later, and leaves test pages out", () => {
  const { needed, onDemand } = appFiles(
    builtApp([
      "index.html",
      "harness.html",
      "assets/harness-1.js",
      "assets/page-1.js",
      "assets/tfjs-backend-wasm-simd-1.wasm",
      "assets/tfjs-backend-wasm-1.wasm",
      "models/compact-age/weights.bin",
      "models/other/weights.bin",
      "models/other/card.md",
      "service-worker.js",
    ]),
  );
  expect(Object.keys(needed)).toEqual([
    "assets/page-1.js",
    "assets/tfjs-backend-wasm-simd-1.wasm",
    "index.html",
    "models/compact-age/weights.bin",
    "models/manifest.json",
    "models/other/card.md",
  ]);
  expect(Object.keys(onDemand)).toEqual(["assets/tfjs-backend-wasm-1.wasm", "models/other/weights.bin"]);
  expect(needed["index.html"]).toBe("DrVHMEZYgFqteI0yDxC/Hyknl7Xm10Wjv2F1hNoBcFE=");
});
