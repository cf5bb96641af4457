import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type FileEntry, type Manifest, type ModelEntry, parseManifest } from "../../src/engine/estimate/manifest.ts";
import files from "../../src/engine/facts/files.json" with { type: "json" };
import { figuresOf, readingFields } from "./entry.ts";
import type { ExportDescription } from "./export.ts";
import type { Precisions } from "./precision.ts";
import type { LayersFiles } from "./serialise.ts";

/** What people choose when they publish a model. */
export interface Publication {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Path of the model card to publish beside the weights, with the drawings beside it. */
  readonly card: string;
}

const { published: PUBLISHED } = files;

/** Writes topology and weights into a folder; returns their bytes. */
export function writeFiles(folder: string, { topology, weights }: LayersFiles): number {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, PUBLISHED.topology), topology);
  writeFileSync(join(folder, PUBLISHED.weights), weights);
  return topology.length + weights.length;
}

/** Writes the model's files below `modelsFolder` and returns its manifest entry. */
export function writeModel(
  modelsFolder: string,
  { id, name, version, card }: Publication,
  description: ExportDescription,
  files: LayersFiles,
  { chosen, variants }: Precisions,
): ModelEntry {
  const folder = join(modelsFolder, id);
  writeFiles(folder, files);
  copyFileSync(card, join(folder, PUBLISHED.card));
  for (const name of readdirSync(dirname(card)).filter((name) => name.endsWith(".svg"))) {
    copyFileSync(join(dirname(card), name), join(folder, name));
  }
  const { input, template, training } = description;
  return {
    id,
    name,
    version,
    topology: fileEntry(modelsFolder, `${id}/${PUBLISHED.topology}`),
    weights: fileEntry(modelsFolder, `${id}/${PUBLISHED.weights}`),
    parameters: description.parameters,
    input: { size: input.size, colour: input.colour, mean: input.mean, standardDeviation: input.std },
    alignment: template,
    ...readingFields(description),
    metrics: [figuresOf(description, variants[chosen])],
    trainingData: training.data,
    licence: training.licence,
    card: `${id}/${PUBLISHED.card}`,
  };
}

/** Puts `entry` into the manifest, in the place of an older one of the same id; the first model becomes the default. */
export function updateManifest(modelsFolder: string, entry: ModelEntry): Manifest {
  const path = join(modelsFolder, PUBLISHED.manifest);
  const old = existsSync(path) ? parseManifest(JSON.parse(readFileSync(path, "utf8"))) : undefined;
  const models = old?.models ?? [];
  const place = models.findIndex(({ id }) => id === entry.id);
  const manifest: Manifest = {
    formatVersion: 1,
    detector: {
      ...fileEntry(modelsFolder, "face-detector/short-range.tflite"),
      licence: "Apache-2.0 (BlazeFace short range, Google)",
      graph: {
        topology: fileEntry(modelsFolder, "face-detector/short-range.json"),
        weights: fileEntry(modelsFolder, "face-detector/short-range.bin"),
      },
    },
    defaultModel: old?.defaultModel ?? entry.id,
    models: place === -1 ? [...models, entry] : models.with(place, entry),
  };
  writeFileSync(path, `${JSON.stringify(parseManifest(manifest), undefined, 2)}\n`);
  return manifest;
}

function fileEntry(modelsFolder: string, path: string): FileEntry {
  const content = readFileSync(join(modelsFolder, path));
  return { path, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") };
}
