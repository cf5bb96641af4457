import { expect, it, vi } from "vitest";

const WEBGPU_GLOBALS = ["GPUBufferUsage", "GPUTextureUsage", "GPUMapMode", "GPUShaderStage"];

it("loads where the browser has no WebGPU globals, as Firefox on Linux", async () => {
  for (const name of WEBGPU_GLOBALS) expect(globalThis).not.toHaveProperty(name);
  const scope = { postMessage: vi.fn(), onmessage: undefined };
  vi.stubGlobal("self", scope);
  await import("./worker.ts");
  expect(scope.onmessage).toBeTypeOf("function");
});
