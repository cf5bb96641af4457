import { input, type LayersModel, layers, model, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import { kindOf } from "../../src/engine/estimate/heads/registry.ts";
import { headsOf, type SingleHead } from "../../src/engine/estimate/heads.ts";
import type { Activation, LayerSpec, NetworkSpec } from "./spec.ts";

type ConvolutionSpec = Extract<LayerSpec, { out: number; kernel: number; activation: Activation }>;
type ConvolutionShape = Pick<ConvolutionSpec, "kernel" | "stride" | "activation">;
type InvertedSpec = Extract<LayerSpec, { kind: "inverted" }>;

/** Leaky ReLU is a layer of its own in TensorFlow.js. */
const TFJS_ACTIVATION = {
  relu: "relu",
  silu: "swish",
  linear: "linear",
  "leaky-relu": "linear",
} as const satisfies Record<Activation, string>;
const LEAKY_SLOPE = 0.1;

/**
 * The network in TensorFlow.js' layers format: input [batch, size, size, channels]; for each head, in their order, an
 * output [batch, width]: a softmax, or years of a regression.
 *
 * Batch normalisation is expected to be folded into the convolutions, which therefore have a bias.
 */
export function buildLayersModel(spec: NetworkSpec): LayersModel {
  const { size, channels } = spec.input;
  const image = input({ shape: [size, size, channels], name: "image" });
  const features = spec.layers.slice(0, -1).reduce(addLayer, image);
  const outputs = headsOf(spec.head).map((head) => addHead(features, head, spec));
  return model({ inputs: image, outputs, name: spec.id });
}

/** The last layer, or a head's part of it, with what makes its numbers probabilities. */
function addHead(features: SymbolicTensor, head: SingleHead, spec: NetworkSpec): SymbolicTensor {
  const last = spec.layers.at(-1) as LayerSpec & { name: string };
  const kind = kindOf(head);
  const part = head.name ?? "dense";
  const values = layers
    .dense({ units: kind.width(head), name: `${last.name}.${part}` })
    .apply(features) as SymbolicTensor;
  switch (kind.output) {
    case "years":
      return values;
    case "probabilities": {
      const name = head.name ? `posterior.${head.name}` : "posterior";
      return layers.activation({ activation: "softmax", name }).apply(values) as SymbolicTensor;
    }
  }
}

function addLayer(x: SymbolicTensor, layer: LayerSpec, index: number): SymbolicTensor {
  switch (layer.kind) {
    case "conv":
      return convolve(x, `${layer.name}.conv`, layer.out, layer);
    case "depthwise":
      return depthwiseConvolve(x, layer.name, layer, true);
    case "separable":
      return addSeparable(x, layer);
    case "fused":
      return addFused(x, layer);
    case "inverted":
      return addInverted(x, layer);
    case "fire":
      return addFire(x, layer);
    case "max-pool":
      return layers
        .maxPooling2d({ name: `pool-${index}`, poolSize: layer.kernel, strides: layer.stride, padding: "same" })
        .apply(x) as SymbolicTensor;
    case "global-average-pool":
      return layers.globalAveragePooling2d({ name: "pool" }).apply(x) as SymbolicTensor;
    case "flatten":
      return layers.flatten({ name: "flatten" }).apply(x) as SymbolicTensor;
    case "dropout":
      return x;
    case "dense":
      return addDense(x, layer);
  }
}

function addDense(x: SymbolicTensor, layer: Extract<LayerSpec, { kind: "dense" }>): SymbolicTensor {
  const name = `${layer.name}.dense`;
  const dense = layers.dense({ units: layer.out, name, activation: TFJS_ACTIVATION[layer.activation] });
  return leaky(dense.apply(x) as SymbolicTensor, name, layer.activation);
}

/** Depthwise and pointwise convolution; the activation follows the second. */
function addSeparable(x: SymbolicTensor, layer: ConvolutionSpec): SymbolicTensor {
  const depthwise = depthwiseConvolve(x, layer.name, { ...layer, activation: "linear" }, false);
  return pointwise(depthwise, `${layer.name}.pointwise`, layer.out, layer.activation);
}

/** SqueezeNet's module: 1×1 squeeze, then 1×1 and 3×3 side by side. */
function addFire(x: SymbolicTensor, layer: Extract<LayerSpec, { kind: "fire" }>): SymbolicTensor {
  const { name, activation } = layer;
  const squeezed = pointwise(x, `${name}.squeeze`, layer.squeeze, activation);
  const narrow = pointwise(squeezed, `${name}.narrow`, layer.out / 2, activation);
  const wide = convolve(squeezed, `${name}.wide`, layer.out / 2, { kernel: 3, stride: 1, activation });
  return layers.concatenate({ name: `${name}.join` }).apply([narrow, wide]) as SymbolicTensor;
}

function addFused(x: SymbolicTensor, layer: ConvolutionSpec & { expand: number }): SymbolicTensor {
  const expanded = convolve(x, `${layer.name}.expand`, channelsOf(x) * layer.expand, layer);
  const projected = pointwise(expanded, `${layer.name}.project`, layer.out, "linear");
  return withResidual(x, projected, layer);
}

function addInverted(x: SymbolicTensor, layer: InvertedSpec): SymbolicTensor {
  const width = channelsOf(x) * layer.expand;
  const expanded = pointwise(x, `${layer.name}.expand`, width, layer.activation);
  const depthwise = depthwiseConvolve(expanded, layer.name, layer, true);
  const gated = squeezeExcite(depthwise, layer.name, Math.round(layer.squeeze * channelsOf(x)));
  return withResidual(x, pointwise(gated, `${layer.name}.project`, layer.out, "linear"), layer);
}

function depthwiseConvolve(
  x: SymbolicTensor,
  name: string,
  { kernel, stride, activation }: ConvolutionShape,
  useBias: boolean,
): SymbolicTensor {
  const layer = layers.depthwiseConv2d({
    name: `${name}.depthwise`,
    kernelSize: kernel,
    strides: stride,
    padding: "same",
    useBias,
    activation: TFJS_ACTIVATION[activation],
  });
  return layer.apply(x) as SymbolicTensor;
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
  { kernel, stride, activation }: ConvolutionShape,
): SymbolicTensor {
  const layer = layers.conv2d({
    name,
    filters,
    kernelSize: kernel,
    strides: stride,
    padding: "same",
    activation: TFJS_ACTIVATION[activation],
  });
  return leaky(layer.apply(x) as SymbolicTensor, name, activation);
}

function leaky(x: SymbolicTensor, name: string, activation: Activation): SymbolicTensor {
  if (activation !== "leaky-relu") return x;
  return layers.leakyReLU({ name: `${name}.leaky`, alpha: LEAKY_SLOPE }).apply(x) as SymbolicTensor;
}

function channelsOf(x: SymbolicTensor): number {
  return x.shape.at(-1) as number;
}
