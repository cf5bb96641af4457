import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { firstLoad, linkedFiles } from "./first-load.ts";

const dist = mkdtempSync(join(tmpdir(), "agelens-size-"));
afterAll(() => rmSync(dist, { recursive: true }));

const manifest = readFileSync(join(import.meta.dirname, "../../public/models/manifest.json"), "utf8");
const { detector, models } = JSON.parse(manifest);
const html = '<link rel="modulepreload" href="./assets/shared-1.js"><script src="./assets/index-1.js"></script>';

function write(path: string, text: string): void {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), text);
}

test("finds local links, and no others", () => {
  expect(linkedFiles(html)).toEqual(["assets/shared-1.js", "assets/index-1.js"]);
  expect(linkedFiles('<a href="https://example.org/a.js">')).toEqual([]);
});

test("counts what a first visit loads and nothing else", () => {
  const loaded = [
    "assets/index-1.js",
    "assets/shared-1.js",
    "assets/photo-1.js",
    "assets/tfjs-backend-wasm-simd-1.wasm",
  ];
  const skipped = ["assets/harness-1.js", "assets/tfjs-backend-wasm-BIA8c.wasm", "samples/face.jpg"];
  const model = [detector.path, models[0].topology.path, models[0].weights.path].map((path) => `models/${path}`);
  for (const path of [...loaded, ...skipped, ...model]) write(path, "x".repeat(1000));
  write("index.html", html);
  write("models/manifest.json", manifest);

  const files = firstLoad(dist);
  expect(files.map(({ path }) => path).sort()).toEqual(
    ["index.html", "models/manifest.json", ...loaded, ...model].sort(),
  );
  const scripts = files.filter(({ firstScreenScript }) => firstScreenScript);
  expect(scripts.map(({ path }) => path)).toEqual(["assets/shared-1.js", "assets/index-1.js"]);
  expect(scripts[0]?.plainBytes).toBe(1000);
  expect(scripts[0]?.gzipBytes).toBeLessThan(50);
});
