import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { findModel, parseManifest } from "../../src/engine/estimate/manifest.ts";

/** A file that a first visit downloads. Sizes in bytes. */
export interface LoadedFile {
  readonly path: string;
  readonly plainBytes: number;
  readonly gzipBytes: number;
  /** JavaScript that must arrive before the first screen works. */
  readonly firstScreenScript: boolean;
}

/** Names of the files of each language: a visitor downloads one of them, and English stands for whichever it is. */
const TEXTS = readdirSync(join(import.meta.dirname, "../../src/app/text"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name.length === 2)
  .map(({ name }) => ({ name, pattern: new RegExp(`^assets/${name}-[\\w-]+\\.js$`) }));

/** The engine's test page, and the network's runtime for processors without SIMD, of which only one is loaded. */
const NOT_LOADED = [
  /^assets\/harness-/,
  /^assets\/tfjs-backend-wasm-(?!simd)[\w-]+\.wasm$/,
  ...TEXTS.filter(({ name }) => name !== "en").map(({ pattern }) => pattern),
];

/**
 * All files of the built app that a first visit downloads until an age is read, without WebGPU (with it, the network's
 * wasm runtime is saved). Every asset counts unless it is known not to be loaded: what is added later is not forgotten.
 */
export function firstLoad(dist: string): LoadedFile[] {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const linked = linkedFiles(html);
  const assets = readdirSync(join(dist, "assets")).map((name) => `assets/${name}`);
  const app = assets.filter((path) => !NOT_LOADED.some((pattern) => pattern.test(path)));
  const paths = new Set(["index.html", ...linked, ...app, ...modelFiles(dist)]);
  return [...paths].map((path) => {
    const bytes = readFileSync(join(dist, path));
    return {
      path,
      plainBytes: bytes.length,
      gzipBytes: gzipSync(bytes).length,
      firstScreenScript:
        (linked.includes(path) && path.endsWith(".js")) || TEXTS.some(({ pattern }) => pattern.test(path)),
    };
  });
}

/** Local files that an HTML page names: scripts, preloaded modules, styles, icons. */
export function linkedFiles(html: string): string[] {
  return [...html.matchAll(/\b(?:src|href)="\.?\/?([^":]+)"/g)].map((match) => match[1] ?? "");
}

function modelFiles(dist: string): string[] {
  const manifest = parseManifest(JSON.parse(readFileSync(join(dist, "models/manifest.json"), "utf8")));
  const model = findModel(manifest);
  const named = [manifest.detector.path, model.topology.path, model.weights.path];
  return ["manifest.json", ...named].map((path) => `models/${path}`);
}
