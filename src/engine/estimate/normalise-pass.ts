import { BoundPass } from "../gpu/bound-pass.ts";
import { ComputePass } from "../gpu/compute-pass.ts";
import type { ModelEntry } from "./manifest.ts";
import code from "./normalise.wgsl?raw";

const WORKGROUP_SIZE = 64;
const MAX_GROUPS_PER_ROW = 32_768;

/** Writes the network's input tensor from crops on the GPU; see normalise.wgsl. */
export class NormalisePass {
  readonly #pass: BoundPass;

  constructor(device: GPUDevice, { mean, standardDeviation }: ModelEntry["input"]) {
    const constants = {
      WORKGROUP_SIZE,
      MEAN_R: mean[0],
      MEAN_G: mean[1],
      MEAN_B: mean[2],
      DEVIATION_R: standardDeviation[0],
      DEVIATION_G: standardDeviation[1],
      DEVIATION_B: standardDeviation[2],
    };
    this.#pass = new BoundPass(new ComputePass(device, "normalise", code, constants));
  }

  /** Records the pass; `crops` holds at least as many floats as `input`. */
  record(encoder: GPUCommandEncoder, crops: GPUBuffer, input: GPUBuffer): void {
    const groups = Math.ceil(input.size / 4 / WORKGROUP_SIZE);
    const columns = Math.min(groups, MAX_GROUPS_PER_ROW);
    this.#pass.record(encoder, [crops, input], [columns, Math.ceil(groups / columns), 1]);
  }
}
