import { reshape, tensor, tidy, transpose } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { FloatTensor } from "./safetensors.ts";

/**
 * Moves PyTorch's weights into a tf.layers model whose layers carry the same names.
 *
 * Kernels change their layout: convolutions from [out, in, y, x] to [y, x, in, out], depthwise ones from [channel, 1, y,
 * x] to [y, x, channel, 1], dense ones from [out, in] (or 1×1 convolutions) to [in, out].
 *
 * @throws Error when a weight is missing, left over or of the wrong size.
 */
export function moveWeights(model: LayersModel, weights: Map<string, FloatTensor>): void {
  const unused = new Set(weights.keys());
  for (const layer of model.layers) {
    const parts = ["weight", "bias"].slice(0, layer.getWeights().length);
    if (parts.length === 0) continue;
    const [kernel, bias] = parts.map((part) => {
      const name = `${layer.name}.${part}`;
      const found = weights.get(name);
      if (!found) throw new Error(`The export has no weight “${name}”: export the network again.`);
      unused.delete(name);
      return found;
    }) as [FloatTensor, FloatTensor?];
    tidy(() => {
      const moved = toTfjsKernel(layer.getClassName(), kernel);
      layer.setWeights(bias ? [moved, tensor(bias.data)] : [moved]);
    });
  }
  if (unused.size > 0) throw new Error(`The network has no place for: ${[...unused].join(", ")}.`);
}

function toTfjsKernel(layerClass: string, { data, shape }: FloatTensor) {
  const kernel = tensor(data, [...shape]);
  if (layerClass === "Conv2D") return transpose(kernel, [2, 3, 1, 0]);
  if (layerClass === "DepthwiseConv2D") return transpose(kernel, [2, 3, 0, 1]);
  return transpose(reshape(kernel, [shape[0] as number, shape[1] as number]), [1, 0]);
}
