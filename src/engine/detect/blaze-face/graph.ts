import {
  add,
  concat,
  dispose,
  fused,
  io,
  maxPool,
  pad,
  relu,
  reshape,
  type Tensor,
  type Tensor1D,
  type Tensor4D,
  tensor,
  tidy,
} from "@tensorflow/tfjs-core";
import type { GraphDescription, GraphOperation } from "./description.ts";

const CHANNELS = 3;

/** What the network says about views: see the description's outputs. */
export interface RawOutputs {
  readonly regressors: Float32Array;
  readonly scores: Float32Array;
}

/** A BlazeFace network on TensorFlow.js' current backend. */
export class Graph {
  readonly description: GraphDescription;
  readonly #weights: readonly Tensor[];

  /** Uploads `weights`, float16 as the description orders them. */
  constructor(description: GraphDescription, weights: ArrayBuffer) {
    this.description = description;
    const specs = description.weights.map(
      (shape, place): io.WeightsManifestEntry => ({
        name: `${place}`,
        shape: [...shape],
        dtype: "float32",
        quantization: { dtype: "float16" },
      }),
    );
    const byName = io.decodeWeights(weights, specs);
    this.#weights = specs.map(({ name }) => byName[name] as Tensor);
  }

  /** The outputs for `pixels` [views, inputSide, inputSide, RGB], −1…1. */
  async run(pixels: Float32Array): Promise<RawOutputs> {
    const { inputSide, regressors, scores } = this.description;
    const [rawRegressors, rawScores] = tidy(() => {
      const views = pixels.length / (inputSide * inputSide * CHANNELS);
      const values = this.#valuesOf(tensor(pixels, [views, inputSide, inputSide, CHANNELS], "float32"));
      return [values[regressors], values[scores]] as [Tensor, Tensor];
    });
    try {
      const read = await Promise.all([rawRegressors.data(), rawScores.data()]);
      return { regressors: read[0] as Float32Array, scores: read[1] as Float32Array };
    } finally {
      dispose([rawRegressors, rawScores]);
    }
  }

  /** Releases the weights. */
  close(): void {
    dispose([...this.#weights]);
  }

  #valuesOf(input: Tensor): Tensor[] {
    const values = [input];
    for (const operation of this.description.operations) values.push(this.#compute(operation, values));
    return values;
  }

  #compute(operation: GraphOperation, values: readonly Tensor[]): Tensor {
    const value = (number: number) => values[number] as Tensor4D;
    switch (operation.kind) {
      case "conv2d":
      case "depthwiseConv2d":
        return fused[operation.kind]({
          x: value(operation.input),
          filter: this.#weights[operation.filter] as Tensor4D,
          bias: this.#weights[operation.bias] as Tensor1D,
          strides: operation.stride,
          pad: operation.padding,
        });
      case "maxPool2d":
        return maxPool(value(operation.input), operation.size, operation.stride, operation.padding);
      case "relu":
        return relu(value(operation.input));
      case "add":
        return add(value(operation.inputs[0]), value(operation.inputs[1]));
      case "pad":
        return pad(
          value(operation.input),
          operation.amounts.map(([before, after]) => [before, after]),
        );
      case "reshape":
        return reshape(value(operation.input), [-1, ...operation.shape]);
      case "concatenation":
        return concat(operation.inputs.map(value), operation.axis);
    }
  }
}
