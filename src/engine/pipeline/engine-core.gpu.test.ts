import { beforeAll, expect, it } from "vitest";
import portraitUrl from "../../../e2e/fixtures/portrait.png?url";
import { type EngineConfig, EngineCore } from "./engine-core.ts";

const config: EngineConfig = { manifestUrl: new URL("/models/manifest.json", location.href).href, backend: "webgpu" };
const context = {
  effort: "frame",
  withCrops: true,
  withRepair: true,
  withGender: false,
  checkpoint: async () => {},
} as const;

let portrait: Blob;
const devices: GPUDevice[] = [];

beforeAll(async () => {
  portrait = await (await fetch(portraitUrl)).blob();
  const request = GPUAdapter.prototype.requestDevice;
  GPUAdapter.prototype.requestDevice = async function (this: GPUAdapter, descriptor) {
    const device = await request.call(this, descriptor);
    devices.push(device);
    return device;
  };
});

it("reads a face the same on the GPU and in WebAssembly", async () => {
  const read = async (backend: "webgpu" | "wasm") => {
    const analysis = await new EngineCore({ ...config, backend }, () => {}).analyse(portrait, context);
    expect(analysis.backend).toBe(backend);
    const [face] = analysis.faces;
    if (face?.reading.status !== "estimated") throw new Error("no reading");
    return { ...face, reading: face.reading };
  };
  const onGpu = await read("webgpu");
  const onCpu = await read("wasm");
  expect(onGpu.reading.years).toBeCloseTo(onCpu.reading.years, 2);
  onGpu.reading.posterior.forEach((share, age) => {
    expect(Math.abs(share - (onCpu.reading.posterior[age] as number))).toBeLessThan(1e-3);
  });
  const differences = onGpu.crop?.map((value, index) => Math.abs(value - (onCpu.crop?.[index] as number))) ?? [255];
  expect(Math.max(...differences)).toBeLessThanOrEqual(1);
  expect(onGpu.metrics.sharpness / onCpu.metrics.sharpness).toBeCloseTo(1, 3);
});

it("repairs a dark face until it meets the standard, the same on both devices", async () => {
  const dark = await darkened(portrait);
  const repair = async (backend: "webgpu" | "wasm") => {
    const { faces } = await new EngineCore({ ...config, backend }, () => {}).analyse(dark, context);
    return faces[0];
  };
  const [onGpu, onCpu] = [await repair("webgpu"), await repair("wasm")];
  expect(onGpu?.failed.map(({ check }) => check)).toContain("dark");
  expect(onGpu?.repair?.failed.map(({ check }) => check)).not.toContain("dark");
  const filters = (face: typeof onGpu) => face?.repair?.steps.map(({ filterId }) => filterId);
  expect(filters(onGpu)?.[0]).toBe("auto-gamma");
  expect(filters(onGpu)).toEqual(filters(onCpu));
  const brightness = onGpu?.repair?.metrics.brightness ?? 0;
  expect(brightness).toBeGreaterThan(50);
  expect(brightness).toBeCloseTo(onCpu?.repair?.metrics.brightness ?? 0, 1);
  const differences = onGpu?.repair?.crop?.map((value, at) => Math.abs(value - (onCpu?.repair?.crop?.[at] ?? 255)));
  expect(Math.max(...(differences ?? [255]))).toBeLessThanOrEqual(2);
});

it("applies filters that someone chose to a crop, in their order", async () => {
  const core = new EngineCore(config, () => {});
  const [face] = (await core.analyse(portrait, context)).faces;
  const crop = face?.crop ?? new Uint8ClampedArray();
  const unchanged = await core.enhance(crop, []);
  expect(unchanged.crop).toEqual(crop);
  const blurred = await core.enhance(crop, [{ filterId: "gaussian", params: { sigma: 3 } }]);
  expect(blurred.metrics.sharpness).toBeLessThan(unchanged.metrics.sharpness / 4);
  expect(blurred.failed.map(({ check }) => check)).toEqual(["blurry"]);
});

it("goes on after the GPU was lost, while idle and in the middle of a picture", async () => {
  const core = new EngineCore(config, () => {});
  const before = await core.analyse(portrait, context);
  devices.at(-1)?.destroy();
  await devices.at(-1)?.lost;
  const afterIdleLoss = await core.analyse(portrait, context);
  expect(afterIdleLoss.faces[0]?.reading).toEqual(before.faces[0]?.reading);

  const known = devices.length;
  const duringLoss = await core.analyse(portrait, {
    ...context,
    checkpoint: async () => {
      if (devices.length === known) devices.at(-1)?.destroy();
    },
  });
  expect(devices.length).toBe(known + 1);
  expect(duringLoss.faces[0]?.reading).toEqual(before.faces[0]?.reading);
});

it("says so when a model's file is not the published one, and works once it is", async () => {
  const core = new EngineCore(config, () => {});
  const fetchFile = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await fetchFile(input, init);
    if (!String(input).endsWith("weights.bin")) return response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    bytes[1000] = (bytes[1000] as number) ^ 1;
    return new Response(bytes);
  };
  await expect(core.load()).rejects.toMatchObject({ code: "model-altered" });
  globalThis.fetch = fetchFile;
  await expect(core.load()).resolves.toMatchObject({ backend: "webgpu" });
});

/** The same picture with a seventh of its light. */
async function darkened(picture: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(picture);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new Error("no canvas");
  context.globalAlpha = 1 / 7;
  context.drawImage(bitmap, 0, 0);
  return canvas.convertToBlob({ type: "image/png" });
}
