import type { ModelEntry } from "./manifest.ts";

/** The definition of the network's input, and the fallback without WebGPU: the same as normalise.wgsl, in a new array. */
export function normaliseReference(
  crop: Float32Array<ArrayBuffer>,
  { mean, standardDeviation }: Pick<ModelEntry["input"], "mean" | "standardDeviation">,
): Float32Array<ArrayBuffer> {
  return crop.map((value, index) => {
    const channel = index % 3;
    return (value - (mean[channel] as number)) / (standardDeviation[channel] as number);
  });
}
