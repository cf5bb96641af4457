import { readFileSync } from "node:fs";
import { join } from "node:path";
import "@tensorflow/tfjs-backend-cpu";
import { Float16Array } from "@petamoriken/float16";
import { setBackend } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import type { GraphDescription } from "../../src/engine/detect/blaze-face/description.ts";
import { Graph } from "../../src/engine/detect/blaze-face/graph.ts";
import type { Manifest } from "../../src/engine/estimate/manifest.ts";
import { buildDetector, buildGraph, GRAPH_FILES } from "./build.ts";
import { convertGraph } from "./graph.ts";
import { readTflite } from "./tflite.ts";

const MODELS = join(import.meta.dirname, "../../public/models");
const MAX_BYTES = 300_000;

const { topology, weights } = buildGraph();
const description: GraphDescription = JSON.parse(new TextDecoder().decode(topology));

it("makes the shipped files, byte for byte, and names them in the list of models", () => {
  const { detector }: Manifest = JSON.parse(readFileSync(join(MODELS, "manifest.json"), "utf8"));
  for (const [kind, bytes] of [
    ["topology", topology],
    ["weights", weights],
  ] as const) {
    expect(Buffer.compare(readFileSync(join(MODELS, "face-detector", GRAPH_FILES[kind])), bytes), kind).toBe(0);
    expect(detector.graph[kind]).toMatchObject({ path: `face-detector/${GRAPH_FILES[kind]}`, bytes: bytes.length });
  }
  expect(topology.length + weights.length).toBeLessThan(MAX_BYTES);
});

it("keeps every weight", () => {
  const total = (numbers: Iterable<number>) =>
    [...numbers].toSorted((a, b) => a - b).reduce((sum, each) => sum + each, 0);
  const { tensors } = readTflite(buildDetector("short-range"));
  const constants = tensors.filter(({ type }) => type === "float16").map(({ bytes }) => Buffer.from(bytes));
  const before = new Float16Array(new Uint8Array(Buffer.concat(constants)).buffer);
  const after = new Float16Array(new Uint8Array(weights).buffer);
  expect(after).toHaveLength(before.length);
  expect(total(after)).toBe(total(before));
});

it("computes views one by one and all at once alike", async () => {
  await setBackend("cpu");
  const graph = new Graph(description, new Uint8Array(weights).buffer);
  const floats = description.inputSide ** 2 * 3;
  const views = Float32Array.from({ length: 2 * floats }, (_, at) => Math.sin(at * at));
  const both = await graph.run(views);
  const second = await graph.run(views.subarray(floats));
  expect(both.scores).toHaveLength(2 * 896);
  expect(both.regressors).toHaveLength(2 * 896 * 16);
  second.scores.forEach((score, at) => void expect(both.scores[896 + at]).toBeCloseTo(score, 4));
});

it("refuses what is no TFLite model, and operators that it does not know", () => {
  expect(() => readTflite(new Uint8Array(64))).toThrow(/not a TFLite model/);
  expect(() => convertGraph(buildDetector("full-range"))).toThrow();
});
