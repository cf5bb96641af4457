import "@tensorflow/tfjs-backend-cpu";
import { tensor, tensor2d, tensor4d, zeros } from "@tensorflow/tfjs-core";
import { input, layers, model, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import { describe, expect, it } from "vitest";
import { channelWeights, classActivation, weighFeatures } from "./class-activation.ts";
import type { ExplainedModel } from "./evidence.ts";

const SIZE = 2;
const explained: ExplainedModel = {
  head: { kind: "age-posterior", bins: 3 },
  calibration: { level: 0.8, mass: 0.2 },
  input: { size: SIZE, colour: "RGB", mean: [0, 0, 0], standardDeviation: [1, 1, 1] },
};
/** Red speaks for age 0, green for age 1, blue for age 2. */
const KERNEL = [
  [2, 0, 0],
  [0, 2, 0],
  [0, 0, 2],
];
/** Red, green / green, blue. */
const PICTURE = tensor4d([1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1], [1, SIZE, SIZE, 3]);

/** A network of one pixel-wise convolution that changes nothing, ended as `end` says. */
function network(end: (features: SymbolicTensor) => SymbolicTensor) {
  const image = input({ shape: [SIZE, SIZE, 3] });
  const identity = layers.conv2d({ filters: 3, kernelSize: 1, weights: [tensor(unit(), [1, 1, 3, 3]), zeros([3])] });
  return { layers: model({ inputs: image, outputs: end(identity.apply(image) as SymbolicTensor) }) };
}

const unit = () => [1, 0, 0, 0, 1, 0, 0, 0, 1];
const dense = () => layers.dense({ units: 3, weights: [tensor2d(KERNEL), zeros([3])] });
const softmax = () => layers.activation({ activation: "softmax" });
const apply = (x: SymbolicTensor, ...chain: { apply: (x: SymbolicTensor) => unknown }[]) =>
  chain.reduce((y, layer) => layer.apply(y) as SymbolicTensor, x);

describe("classActivation", () => {
  it("finds evidence where the class of the reading is, and counter-evidence where others are", async () => {
    const pooled = network((x) => apply(x, layers.globalAveragePooling2d({}), dense(), softmax()));
    const map = await classActivation(pooled, PICTURE, explained);
    expect(map).toMatchObject({ method: "class-activation", rows: SIZE, columns: SIZE });
    const [red, green, greenToo, blue] = map?.values ?? [];
    expect(green).toBeCloseTo(2, 5);
    expect(greenToo).toBeCloseTo(2, 5);
    expect(red).toBeCloseTo(-1, 5);
    expect(blue).toBeCloseTo(-1, 5);
  });

  it("says so when a network flattens its features instead of averaging them", async () => {
    const flattened = network((x) => apply(x, layers.flatten(), layers.dense({ units: 3 }), softmax()));
    expect(await classActivation(flattened, PICTURE, explained)).toBeUndefined();
  });
});

it("weighs channels by the evidence of the classes that they speak for", () => {
  const weights = channelWeights(new Float32Array([1, 2, 3, 4]), new Float32Array([1, -0.5]));
  expect([...weights]).toEqual([0, 1]);
  expect([...weighFeatures(new Float32Array([5, 6, 7, 8]), weights)]).toEqual([6, 8]);
});
