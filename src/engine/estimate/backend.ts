import { env, registerBackend, removeBackend, setBackend } from "@tensorflow/tfjs-core";
// Without this import for its effect alone, no kernels are registered.
import "@tensorflow/tfjs-backend-webgpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import plainWasmUrl from "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.wasm?url";
import simdWasmUrl from "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url";
import { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { EngineError } from "../errors.ts";
import type { GpuContext } from "../gpu/device.ts";
import type { FileUrls } from "../worker/config.ts";

/** Above the default priorities, so that nothing else is chosen by itself. */
const PRIORITY = 3;

/** Makes TensorFlow.js compute on our device, so that tensors can be made of our buffers without a copy. */
export async function startWebGpuBackend({ device, adapterInfo }: GpuContext): Promise<WebGPUBackend> {
  const backend = new WebGPUBackend(device, adapterInfo);
  removeBackend("webgpu");
  registerBackend("webgpu", () => backend, PRIORITY);
  await choose("webgpu");
  return backend;
}

/**
 * Makes TensorFlow.js compute in WebAssembly, from where `files` says, on one thread (its threads hang in bundled builds).
 *
 * @throws EngineError `unsupported-browser` where there is no WebAssembly.
 */
export async function startWasmBackend(files: FileUrls = {}): Promise<void> {
  if (typeof WebAssembly === "undefined") {
    throw new EngineError(
      "unsupported-browser",
      "This browser has neither WebGPU nor WebAssembly, in one of which networks are computed: use a newer browser.",
    );
  }
  env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  const simd = files["models/runtime/tfjs-backend-wasm-simd.wasm"] ?? simdWasmUrl;
  setWasmPaths({
    "tfjs-backend-wasm.wasm": files["models/runtime/tfjs-backend-wasm.wasm"] ?? plainWasmUrl,
    "tfjs-backend-wasm-simd.wasm": simd,
    "tfjs-backend-wasm-threaded-simd.wasm": simd,
  });
  await choose("wasm");
}

/** Whether WebAssembly has SIMD here; false where there is no WebAssembly at all. */
export async function hasWasmSimd(): Promise<boolean> {
  return (await env().getAsync("WASM_HAS_SIMD_SUPPORT")) === true;
}

async function choose(name: string): Promise<void> {
  if (await setBackend(name)) return;
  throw new EngineError("internal", `TensorFlow.js could not start its ${name} backend in this browser.`);
}
