import { input, type LayersModel, layers, model, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import type { Activation, LayerSpec, NetworkSpec } from "./spec.ts";

type ConvolutionSpec = Extract<LayerSpec, { kernel: number }>;
type InvertedSpec = Extract<LayerSpec, { kind: "inverted" }>;

const TFJS_ACTIVATION = { relu: "relu", silu: "swish", linear: "linear" } as const satisfies Record<Activation, string>;

/**
 * The network in TensorFlow.js' layers format: input [batch, size, size, channels], output [batch, bins], a softmax.
 *
 * Batch normalisation is expected to be folded into the convolutions, which therefore have a bias.
 */
export function buildLayersModel(spec: NetworkSpec): LayersModel {
  const { size, channels } = spec.input;
  const image = input({ shape: [size, size, channels], name: "image" });
  const logits = spec.layers.reduce((x, layer) => addLayer(x, layer), image);
  const posterior = layers.activation({ activation: "softmax", name: "posterior" }).apply(logits) as SymbolicTensor;
  return model({ inputs: image, outputs: posterior, name: spec.id });
}

function addLayer(x: SymbolicTensor, layer: LayerSpec): SymbolicTensor {
  switch (layer.kind) {
    case "conv":
      return convolve(x, `${layer.name}.conv`, layer.out, layer);
    case "fused":
      return addFused(x, layer);
    case "inverted":
      return addInverted(x, layer);
    case "global-average-pool":
      return layers.globalAveragePooling2d({ name: "pool" }).apply(x) as SymbolicTensor;
    case "dropout":
      return x;
    case "dense":
      return layers.dense({ units: layer.out, name: `${layer.name}.dense` }).apply(x) as SymbolicTensor;
  }
}

function addFused(x: SymbolicTensor, layer: ConvolutionSpec & { expand: number }): SymbolicTensor {
  const expanded = convolve(x, `${layer.name}.expand`, channelsOf(x) * layer.expand, layer);
  const projected = pointwise(expanded, `${layer.name}.project`, layer.out, "linear");
  return withResidual(x, projected, layer);
}

function addInverted(x: SymbolicTensor, layer: InvertedSpec): SymbolicTensor {
  const width = channelsOf(x) * layer.expand;
  const expanded = pointwise(x, `${layer.name}.expand`, width, layer.activation);
  const depthwise = layers
    .depthwiseConv2d({
      name: `${layer.name}.depthwise`,
      kernelSize: layer.kernel,
      strides: layer.stride,
      padding: "same",
      activation: TFJS_ACTIVATION[layer.activation],
    })
    .apply(expanded) as SymbolicTensor;
  const gated = squeezeExcite(depthwise, layer.name, Math.round(layer.squeeze * channelsOf(x)));
  return withResidual(x, pointwise(gated, `${layer.name}.project`, layer.out, "linear"), layer);
}

/** Channel gates from the spatial mean (Hu et al., 2018). */
function squeezeExcite(x: SymbolicTensor, name: string, reduced: number): SymbolicTensor {
  const channels = channelsOf(x);
  const mean = layers.globalAveragePooling2d({ name: `${name}.mean` }).apply(x) as SymbolicTensor;
  const small = layers
    .dense({ name: `${name}.reduce`, units: reduced, activation: "relu" })
    .apply(mean) as SymbolicTensor;
  const gate = layers.dense({ name: `${name}.excite`, units: channels, activation: "sigmoid" }).apply(small);
  const spread = layers
    .reshape({ name: `${name}.spread`, targetShape: [1, 1, channels] })
    .apply(gate) as SymbolicTensor;
  return layers.multiply({ name: `${name}.gate` }).apply([x, spread]) as SymbolicTensor;
}

function withResidual(x: SymbolicTensor, y: SymbolicTensor, layer: ConvolutionSpec): SymbolicTensor {
  if (layer.stride !== 1 || channelsOf(x) !== layer.out) return y;
  return layers.add({ name: `${layer.name}.add` }).apply([x, y]) as SymbolicTensor;
}

function pointwise(x: SymbolicTensor, name: string, out: number, activation: Activation): SymbolicTensor {
  return convolve(x, name, out, { kernel: 1, stride: 1, activation });
}

function convolve(
  x: SymbolicTensor,
  name: string,
  filters: number,
  { kernel, stride, activation }: Pick<ConvolutionSpec, "kernel" | "stride" | "activation">,
): SymbolicTensor {
  const layer = layers.conv2d({
    name,
    filters,
    kernelSize: kernel,
    strides: stride,
    padding: "same",
    activation: TFJS_ACTIVATION[activation],
  });
  return layer.apply(x) as SymbolicTensor;
}

function channelsOf(x: SymbolicTensor): number {
  return x.shape.at(-1) as number;
}
