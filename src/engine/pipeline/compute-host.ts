import { EngineError } from "../errors.ts";
import type { ModelEntry } from "../estimate/manifest.ts";
import type { NetworkFiles } from "../estimate/network.ts";
import { requestGpu } from "../gpu/device.ts";
import { CpuCompute } from "./cpu-compute.ts";
import type { FaceCompute } from "./face-compute.ts";
import { GpuCompute } from "./gpu-compute.ts";

/** Which backend to use; `auto` takes WebGPU on real graphics hardware, else WebAssembly. */
export type BackendChoice = "auto" | "webgpu" | "wasm";

/** Starts the rooms align, measure and estimate on the best device there is. `onLost` is told when the GPU goes away. */
export async function createFaceCompute(
  choice: BackendChoice,
  model: ModelEntry,
  files: NetworkFiles,
  onLost: () => void,
): Promise<FaceCompute> {
  if (choice === "wasm") return CpuCompute.create(model, files, "asked-for");
  const gpu = await requestGpu(choice === "webgpu");
  if (!gpu) {
    if (choice === "auto") return CpuCompute.create(model, files, "no-graphics-hardware");
    throw new EngineError("gpu-lost", "This browser offers no WebGPU: choose WebAssembly instead.");
  }
  gpu.device.lost.then(onLost);
  return GpuCompute.create(gpu, model, files);
}
