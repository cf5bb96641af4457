import { type Tensor, tensor, tensor4d, tidy, zeros } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import * as v from "valibot";
import { expect, test } from "vitest";
import { Network } from "../../src/engine/estimate/network.ts";
import { buildLayersModel } from "./build-layers.ts";
import type { Storage } from "./precision.ts";
import { serialise } from "./serialise.ts";
import { networkSpec } from "./spec.ts";

const spec = v.parse(networkSpec, {
  id: "two-layers",
  budget: 1000,
  input: { size: 2, channels: 1 },
  layers: [
    { kind: "conv", name: "stem", out: 2, kernel: 1, stride: 1, activation: "relu" },
    { kind: "global-average-pool" },
    { kind: "dense", name: "head", out: 3 },
  ],
  head: { kind: "age-posterior", bins: 3 },
});

const BIAS = { dtype: "float16" } as const;
const STEPS = { dtype: "uint8", min: -1, scale: 0.0078125 } as const;
const stored: Storage = {
  "stem.conv.weight": STEPS,
  "stem.conv.bias": BIAS,
  "head.dense.weight": STEPS,
  "head.dense.bias": BIAS,
};

/** Kernels whose numbers are steps of STEPS, so that nothing is lost. */
function filled(): LayersModel {
  const model = buildLayersModel(spec);
  tidy(() => {
    for (const layer of model.layers) {
      const weights = layer.getWeights();
      if (weights.length === 0) continue;
      const [kernel, bias] = weights as [(typeof weights)[number], (typeof weights)[number]];
      const numbers = Float32Array.from({ length: kernel.size }, (_, i) => -1 + 0.0078125 * ((i * 97) % 256));
      layer.setWeights([tensor(numbers, kernel.shape), zeros(bias.shape)]);
    }
  });
  return model;
}

async function reload(storage: Storage) {
  const { topology, weights } = await serialise(filled(), (name) => storage[name]);
  const files = { topology: topology.slice().buffer as ArrayBuffer, weights: weights.slice().buffer as ArrayBuffer };
  const [output] = (await Network.load(files)).predict(tensor4d([-1, -2, -3, -4], [1, 2, 2, 1])) as [Tensor];
  return { bytes: weights.length, output: [...(await output.data())], text: new TextDecoder().decode(topology) };
}

test("one byte per number gives the same network back where its numbers are steps of the range", async () => {
  const exact = await reload(Object.fromEntries(Object.keys(stored).map((name) => [name, { dtype: "float32" }])));
  const small = await reload(stored);
  expect(exact.bytes).toBe(4 * (2 + 2 + 6 + 3));
  expect(small.bytes).toBe(2 + 6 + 2 * (2 + 3));
  for (const [age, share] of small.output.entries()) expect(share).toBeCloseTo(exact.output[age] as number, 6);
  expect(new Set(exact.output).size).toBe(3);
});

test("leaves out of the topology what only training needs", async () => {
  expect((await reload(stored)).text).not.toMatch(/regularizer|VarianceScaling/);
});

test("a weight that nobody measured is an error that says what to do", async () => {
  const { "head.dense.bias": _, ...rest } = stored;
  await expect(serialise(filled(), (name) => (rest as Storage)[name])).rejects.toThrow(
    /“head.dense\/bias”: run `agelens precision` again/,
  );
});
