/**
 * Measures how long every published model takes for one face, with TensorFlow.js' wasm backend on one thread.
 *
 *     npm run time:models
 *
 * All models take turns, so that a busy moment slows them all; the table says the fastest of each one's runs.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import "@tensorflow/tfjs-backend-wasm";
import { setBackend, zeros } from "@tensorflow/tfjs-core";
import { Command } from "commander";
import { type ModelEntry, parseManifest } from "../../src/engine/estimate/manifest.ts";
import { Network } from "../../src/engine/estimate/network.ts";

const ROOT = join(import.meta.dirname, "../..");

const { models, out, rounds } = new Command("time-models")
  .option("--models <folder>", "the app's folder of models", join(ROOT, "public/models"))
  .option("--out <file>", "JSON file to write", join(ROOT, "training/parity/times.json"))
  .option("--rounds <count>", "runs of each model", Number, 30)
  .parse()
  .opts<{ models: string; out: string; rounds: number }>();

await setBackend("wasm");
const manifest = parseManifest(JSON.parse(readFileSync(join(models, "manifest.json"), "utf8")));
const networks = await Promise.all(manifest.models.map(load));
const fastest: Record<string, number> = {};
for (let round = 0; round < rounds; round++) {
  for (const { id, network, size } of networks) {
    fastest[id] = Math.min(fastest[id] ?? Number.POSITIVE_INFINITY, await time(network, size));
  }
}
const milliseconds = Object.fromEntries(Object.entries(fastest).map(([id, ms]) => [id, Number(ms.toFixed(2))]));
writeFileSync(out, `${JSON.stringify({ backend: "wasm, one thread", rounds, milliseconds }, undefined, 2)}\n`);
console.log(milliseconds);

async function load({ id, topology, weights, input }: ModelEntry) {
  const [json, binary] = [topology, weights].map(({ path }) => toBuffer(readFileSync(join(models, path))));
  const network = await Network.load({ topology: json as ArrayBuffer, weights: binary as ArrayBuffer });
  return { id, network, size: input.size };
}

async function time(network: Network, size: number): Promise<number> {
  const input = zeros([1, size, size, 3]);
  const began = performance.now();
  await network.predictFloats(input);
  const took = performance.now() - began;
  input.dispose();
  return took;
}

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer;
}
