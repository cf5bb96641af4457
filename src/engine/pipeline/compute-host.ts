import type { BackendChoice } from "../api.ts";
import { EngineError } from "../errors.ts";
import { requestGpu } from "../gpu/device.ts";
import { startCpuHost } from "./cpu-compute.ts";
import type { ComputeHost } from "./face-compute.ts";
import { startGpuHost } from "./gpu-compute.ts";

/** Starts the best device there is for aligning, measuring, repairing and estimating. `onLost` is told when the GPU goes away. */
export async function startComputeHost(choice: BackendChoice, onLost: () => void): Promise<ComputeHost> {
  if (choice === "wasm") return startCpuHost("asked-for");
  const gpu = await requestGpu(choice === "webgpu");
  if (!gpu) {
    if (choice === "auto") return startCpuHost("no-graphics-hardware");
    throw new EngineError("gpu-lost", "This browser offers no WebGPU: choose WebAssembly instead.");
  }
  gpu.device.lost.then(onLost);
  return startGpuHost(gpu);
}
