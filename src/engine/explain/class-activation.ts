import { dispose, type Tensor } from "@tensorflow/tfjs-core";
import { type layers, model as layersModel, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import type { HeatMap } from "../api.ts";
import { kindOf } from "../estimate/heads/registry.ts";
import type { Network } from "../estimate/network.ts";
import { ageOutput, type ExplainedModel, estimateOf, logitEvidence } from "./evidence.ts";

type Layer = ReturnType<typeof layers.dense>;

/** The end of a network that averages its last features over the picture and weighs the averages. */
interface PooledEnd {
  /** Features [faces, rows, columns, channels]. */
  readonly features: SymbolicTensor;
  readonly dense: Layer;
  /** The age output: a softmax. */
  readonly output: SymbolicTensor;
}

/**
 * Class activation map (Zhou et al., Learning Deep Features for Discriminative Localization, 2016) of the log-odds of the
 * reading: at each place of the last feature map, Σ over channels of feature × weight.
 *
 * @param input normalised crop, [1, size, size, 3]
 * @returns `undefined` where the network does not end in average pooling, one dense layer and a softmax
 */
export async function classActivation(
  network: Pick<Network, "layers">,
  input: Tensor,
  model: ExplainedModel,
): Promise<HeatMap | undefined> {
  const { head, index } = ageOutput(model.head);
  const end = pooledEnd(network, index);
  if (!end || kindOf(head).output === "years") return undefined;
  const probe = layersModel({ inputs: network.layers.inputs, outputs: [end.features, end.output] });
  const [features, output] = probe.predictOnBatch(input) as [Tensor, Tensor];
  try {
    const [values, shares, weights] = (await Promise.all(
      [features, output, kernelOf(end.dense)].map((tensor) => tensor.data()),
    )) as [Float32Array, Float32Array, Float32Array];
    const evidence = logitEvidence(shares, head, estimateOf([shares], { ...model, head }));
    if (!evidence) return undefined;
    const [, rows, columns] = features.shape as [number, number, number, number];
    return {
      method: "class-activation",
      rows,
      columns,
      values: weighFeatures(values, channelWeights(weights, evidence)),
    };
  } finally {
    dispose([features, output]);
  }
}

/**
 * How much each channel's average adds to the log-odds: `weights` [channels, classes] × `evidence` [classes].
 *
 * @example channelWeights(new Float32Array([1, 2, 3, 4]), new Float32Array([1, -1])) // [-1, -1]
 */
export function channelWeights(weights: Float32Array, evidence: Float32Array): Float32Array {
  const classes = evidence.length;
  return Float32Array.from({ length: weights.length / classes }, (_, channel) =>
    evidence.reduce((sum, value, index) => sum + value * (weights[channel * classes + index] as number), 0),
  );
}

/** `features` [places, channels] × `weights` [channels]. */
export function weighFeatures(features: Float32Array, weights: Float32Array): Float32Array {
  const channels = weights.length;
  return Float32Array.from({ length: features.length / channels }, (_, place) =>
    weights.reduce((sum, weight, channel) => sum + weight * (features[place * channels + channel] as number), 0),
  );
}

function pooledEnd(network: Pick<Network, "layers">, outputIndex: number): PooledEnd | undefined {
  const output = network.layers.outputs[outputIndex] as SymbolicTensor;
  const dense = skip(output, "Activation").sourceLayer;
  if (dense.getClassName() !== "Dense") return undefined;
  const pool = skip(dense.input as SymbolicTensor, "Dropout").sourceLayer;
  if (pool.getClassName() !== "GlobalAveragePooling2D") return undefined;
  return { features: pool.input as SymbolicTensor, dense: dense as Layer, output };
}

/** The tensor before any layers of the class that `tensor` comes from. */
function skip(tensor: SymbolicTensor, className: string): SymbolicTensor {
  const { sourceLayer } = tensor;
  return sourceLayer.getClassName() === className ? skip(sourceLayer.input as SymbolicTensor, className) : tensor;
}

function kernelOf(dense: Layer): Tensor {
  return dense.getWeights()[0] as Tensor;
}
