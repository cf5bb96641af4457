import { expect, it } from "vitest";
import { BufferUsage, MapMode, TextureUsage } from "./usage.ts";

it("names the same numbers as a browser with WebGPU", () => {
  const { GPUBufferUsage, GPUTextureUsage, GPUMapMode } = globalThis;
  for (const [ours, browsers] of [
    [BufferUsage, GPUBufferUsage],
    [TextureUsage, GPUTextureUsage],
    [MapMode, GPUMapMode],
  ] as const) {
    for (const [name, flag] of Object.entries(ours)) expect([name, Reflect.get(browsers, name)]).toEqual([name, flag]);
  }
});
