import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import "@tensorflow/tfjs-backend-cpu";
import { setBackend, type Tensor, tensor } from "@tensorflow/tfjs-core";
import * as v from "valibot";
import { beforeAll, describe, expect, it } from "vitest";
import { headsOf, outputSizes } from "../../src/engine/estimate/heads.ts";
import { buildLayersModel } from "./build-layers.ts";
import { readJson } from "./export.ts";
import { networkSpec } from "./spec.ts";
import { moveWeights } from "./weights.ts";

const array = v.object({ shape: v.array(v.number()), data: v.array(v.number()) });
const vectorsFile = v.object({
  spec: networkSpec,
  weights: v.record(v.string(), array),
  input: array,
  outputs: v.record(v.string(), v.array(v.number())),
});
const SPECS = join(import.meta.dirname, "../../training/specs");

beforeAll(async () => {
  await setBackend("cpu");
});

describe("every kind of layer", () => {
  it("computes what PyTorch computes", async () => {
    const { spec, weights, input, outputs } = readJson(join(SPECS, "../parity/layers.json"), vectorsFile);
    const model = buildLayersModel(spec);
    const tensors = Object.entries(weights).map(
      ([name, { shape, data }]) => [name, { shape, data: Float32Array.from(data) }] as const,
    );
    moveWeights(model, new Map(tensors));
    const predicted = model.predict(tensor(input.data, input.shape)) as Tensor[];
    for (const [index, head] of headsOf(spec.head).entries()) {
      const values = [...(await (predicted[index] as Tensor).data())];
      const expected = outputs[head.name as string] as number[];
      expect(values).toHaveLength(expected.length);
      values.forEach((value, place) => {
        expect(value).toBeCloseTo(expected[place] as number, 4);
      });
    }
  });
});

describe("the shipped specs", () => {
  const files = readdirSync(SPECS).filter((name) => name.endsWith(".json"));

  it.each(files)("%s becomes a model with an output per head", (file) => {
    const spec = v.parse(networkSpec, JSON.parse(readFileSync(join(SPECS, file), "utf8")));
    const model = buildLayersModel(spec);
    expect(model.countParams()).toBeLessThan(spec.budget);
    expect(model.outputs.map(({ shape }) => shape.at(-1))).toEqual(outputSizes(spec.head));
    model.dispose();
  });
});
