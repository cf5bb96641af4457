import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import "@tensorflow/tfjs-backend-cpu";
import type { Page } from "@playwright/test";
import { randomNormal, setBackend, tensor1d } from "@tensorflow/tfjs-core";
import { input, layers, model, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import { kindOf } from "../../src/engine/estimate/heads/registry.ts";
import type { Head } from "../../src/engine/estimate/heads.ts";
import { outputSizes } from "../../src/engine/estimate/heads.ts";
import type { FileEntry, Manifest, ModelEntry } from "../../src/engine/estimate/manifest.ts";
import { serialise } from "../../tools/convert/serialise.ts";

const MANIFEST = join(import.meta.dirname, "../../public/models/manifest.json");

/** A model that was made for a test: its place in the manifest, and its files by their paths. */
export interface TestModel {
  readonly entry: ModelEntry;
  readonly files: ReadonlyMap<string, Buffer>;
}

export const publishedManifest = (): Manifest => JSON.parse(readFileSync(MANIFEST, "utf8"));

/**
 * A network of one convolution whose answer hardly depends on the face: `bias` of its last layer is its answer, one
 * number per output.
 */
export async function testModel(
  id: string,
  head: Exclude<Head, { kind: "multi" }>,
  bias: readonly number[],
  rest: Partial<ModelEntry> = {},
): Promise<TestModel> {
  await setBackend("cpu");
  const [published] = publishedManifest().models as [ModelEntry];
  const { size } = published.input;
  const [units] = outputSizes(head) as [number];
  const image = input({ shape: [size, size, 3] });
  const chain = [
    layers.conv2d({ filters: 4, kernelSize: 8, strides: 8, activation: "relu" }),
    layers.globalAveragePooling2d({}),
    layers.dense({ units, weights: [randomNormal([4, units], 0, 0.01, "float32", 1), tensor1d([...bias])] }),
    ...(kindOf(head).output === "years" ? [] : [layers.activation({ activation: "softmax" })]),
  ];
  const output = chain.reduce((x: SymbolicTensor, layer) => layer.apply(x) as SymbolicTensor, image);
  const { topology, weights } = await serialise(model({ inputs: image, outputs: output }), () => ({
    dtype: "float16",
  }));
  const files = new Map([
    [`${id}/model.json`, Buffer.from(topology)],
    [`${id}/weights.bin`, Buffer.from(weights)],
    [`${id}/card.md`, Buffer.from(`# Model card: ${id}\n\nMade for a test. <script>alert(1)</script>\n`)],
  ]);
  const entry: ModelEntry = {
    ...published,
    id,
    name: id,
    topology: fileEntry(files, `${id}/model.json`),
    weights: fileEntry(files, `${id}/weights.bin`),
    card: `${id}/card.md`,
    parameters: 772 + 5 * units,
    head,
    ...rest,
  };
  return { entry, files };
}

/** Serves the app its default model and these, instead of all that are published. */
export async function serveModels(page: Page, models: readonly TestModel[]): Promise<void> {
  const manifest = publishedManifest();
  const standard = manifest.models.filter(({ id }) => id === manifest.defaultModel);
  const all = { ...manifest, models: [...standard, ...models.map(({ entry }) => entry)] };
  await page.route("**/models/manifest.json*", (route) => route.fulfill({ json: all }));
  for (const { files } of models) {
    for (const [path, body] of files) {
      await page.route(`**/models/${path}*`, (route) => route.fulfill({ body }));
    }
  }
}

function fileEntry(files: ReadonlyMap<string, Buffer>, path: string): FileEntry {
  const bytes = files.get(path) as Buffer;
  return { path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
