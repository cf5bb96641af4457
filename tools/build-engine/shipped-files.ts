import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { Plugin } from "rolldown";
import { findModel, type Manifest, parseManifest } from "../../src/engine/estimate/manifest.ts";
import { licenceOf } from "../licences.ts";
import { DIST, PROJECT_FOLDER } from "./entries.ts";
import { addressInPackage } from "./imports.ts";

const MODELS = join(PROJECT_FOLDER, "public/models");
const require = createRequire(import.meta.url);

/** MediaPipe's program, also needed for its size in bytes. */
export const DETECTOR_PROGRAM = require.resolve("@mediapipe/tasks-vision/vision_wasm_module_internal.wasm");

/** Programs in WebAssembly, with the packages whose licences they are under. */
const PROGRAMS = {
  [DETECTOR_PROGRAM]: "@mediapipe/tasks-vision",
  [require.resolve("@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.wasm")]: "@tensorflow/tfjs-backend-wasm",
  [require.resolve("@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm")]:
    "@tensorflow/tfjs-backend-wasm",
  [require.resolve("libheif-js/libheif-wasm/libheif.wasm")]: "libheif-js",
};

/** The text of the Apache License 2.0, which not every package brings along, beside the models. */
const APACHE = "APACHE-2.0.txt";

/** Scripts of the worker that are loaded as files of their own. */
const SCRIPTS = ["worker.js", "media-pipe.js", "libheif.js"];

/** The app's manifest with its default model alone. */
const manifest: Manifest = (() => {
  const all = parseManifest(JSON.parse(readFileSync(join(MODELS, "manifest.json"), "utf8")));
  return { ...all, models: [findModel(all)] };
})();

/** The files that the manifest names, by their paths beside it. */
function modelFiles(): string[] {
  const { detector, models } = manifest;
  const ofModels = models.flatMap(({ topology, weights, card }) => [topology.path, weights.path, card]);
  return [detector.path, detector.graph.topology.path, detector.graph.weights.path, ...ofModels];
}

/** Rolldown plugin that tells the engine the addresses of all files that are shipped with it. */
export function shippedFiles(): Plugin {
  const programs = Object.keys(PROGRAMS).map((path) => `runtime/${basename(path)}`);
  const paths = [...SCRIPTS, ...["manifest.json", ...modelFiles(), ...programs].map((path) => `models/${path}`)];
  const entries = paths.map((path) => `  ${JSON.stringify(path)}: ${addressInPackage(path)},`);
  return {
    name: "shipped-files",
    load: {
      filter: { id: /client\/shipped-files\.ts$/ },
      handler: () => `export const SHIPPED_FILES = {\n${entries.join("\n")}\n};\n`,
    },
  };
}

/** Copies models and programs into `dist/models`, each with its licence beside it. */
export function copyShippedFiles(): void {
  for (const path of modelFiles()) copy(join(MODELS, path), path);
  for (const path of Object.keys(PROGRAMS)) copy(path, `runtime/${basename(path)}`);
  copy(join(PROJECT_FOLDER, "LICENSE"), APACHE);
  write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
  for (const { id, name, licence, trainingData } of manifest.models) {
    write(`${id}/LICENCE.md`, `# Licence of the weights of ${name}\n\n${licence}\n\nTrained on: ${trainingData}\n`);
  }
  write("face-detector/LICENCE.md", `# ${manifest.detector.licence}\n\nThe text of the licence: ../${APACHE}\n`);
  write(
    "runtime/LICENCES.md",
    `# Licences\n\nThe text of the Apache License: ../${APACHE}\n\n${[...new Set(Object.values(PROGRAMS))].map(licenceOf).join("\n\n")}\n`,
  );
}

function copy(from: string, path: string): void {
  const to = join(DIST, "models", path);
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

function write(path: string, text: string): void {
  writeFileSync(join(DIST, "models", path), text);
}
