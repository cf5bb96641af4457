import { ComputePass } from "../gpu/compute-pass.ts";
import type { ModelEntry } from "./manifest.ts";
import code from "./normalise.wgsl?raw";

const WORKGROUP_SIZE = 64;
const MAX_GROUPS_PER_ROW = 32_768;

/** Writes the network's input tensor from crops on the GPU; see normalise.wgsl. */
export class NormalisePass {
  readonly #pass: ComputePass;

  constructor(device: GPUDevice, { mean, standardDeviation }: ModelEntry["input"]) {
    this.#pass = new ComputePass(device, "normalise", code, {
      WORKGROUP_SIZE,
      MEAN_R: mean[0],
      MEAN_G: mean[1],
      MEAN_B: mean[2],
      DEVIATION_R: standardDeviation[0],
      DEVIATION_G: standardDeviation[1],
      DEVIATION_B: standardDeviation[2],
    });
  }

  /** Records the pass; `crops` and `input` hold the same number of floats. */
  record(encoder: GPUCommandEncoder, crops: GPUBuffer, input: GPUBuffer): void {
    const groups = Math.ceil(input.size / 4 / WORKGROUP_SIZE);
    const columns = Math.min(groups, MAX_GROUPS_PER_ROW);
    this.#pass.record(encoder, this.#pass.bind([crops, input]), [columns, Math.ceil(groups / columns), 1]);
  }
}
