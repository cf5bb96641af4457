import type { ModelEntry } from "./manifest.ts";

/** The definition of the network's input, and the fallback without WebGPU: the same as normalise.wgsl, in `input`. */
export function normaliseReference(
  crop: Float32Array<ArrayBuffer>,
  { mean, standardDeviation }: Pick<ModelEntry["input"], "mean" | "standardDeviation">,
  input = new Float32Array(crop.length),
): Float32Array<ArrayBuffer> {
  for (let channel = 0; channel < 3; channel++) {
    const centre = mean[channel] as number;
    const scale = standardDeviation[channel] as number;
    for (let index = channel; index < crop.length; index += 3)
      input[index] = ((crop[index] as number) - centre) / scale;
  }
  return input;
}
