import { beforeAll, expect, it, vi } from "vitest";
import portraitUrl from "../../../e2e/fixtures/portrait.png?url";
import type { EngineConfig } from "../worker/config.ts";
import { EngineCore } from "./engine-core.ts";

const config: EngineConfig = { manifestUrl: new URL("/models/manifest.json", location.href).href, backend: "webgpu" };
const context = {
  effort: "frame",
  withCrops: true,
  withRepair: true,
  withGender: false,
  checkpoint: async () => {},
} as const;

const SCALAR_BYTES = 4;

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
  if (onGpu?.reading.status !== "estimated" || onCpu?.reading.status !== "estimated") throw new Error("no reading");
  expect(onGpu.reading.adjustment?.repairs.map(({ check }) => check)).toEqual(["dark", "flat"]);
  expect(onGpu.reading.years).toBeCloseTo(onCpu.reading.years, 1);
  const brightness = onGpu?.repair?.metrics.brightness ?? 0;
  expect(brightness).toBeGreaterThan(50);
  expect(brightness).toBeCloseTo(onCpu?.repair?.metrics.brightness ?? 0, 1);
  const differences = onGpu?.repair?.crop?.map((value, at) => Math.abs(value - (onCpu?.repair?.crop?.[at] ?? 255)));
  expect(Math.max(...(differences ?? [255]))).toBeLessThanOrEqual(2);
});

it("allocates nothing on the GPU and waits for it as seldom as can be, once it has seen a kind of frame", async () => {
  const core = new EngineCore(config, () => {});
  const dark = await darkened(portrait);
  const frame = { ...context, withCrops: false, withRepair: false } as const;
  const readBoth = async () => {
    for (const picture of [portrait, dark]) await core.analyse(picture, frame);
  };
  await readBoth();
  await readBoth();
  const made: GPUBufferDescriptor[] = [];
  const createBuffer = GPUDevice.prototype.createBuffer;
  GPUDevice.prototype.createBuffer = function (this: GPUDevice, descriptor) {
    made.push(descriptor);
    return createBuffer.call(this, descriptor);
  };
  const others = (["createTexture", "createComputePipeline", "createShaderModule"] as const).map((name) =>
    vi.spyOn(GPUDevice.prototype, name),
  );
  const bindGroups = vi.spyOn(GPUDevice.prototype, "createBindGroup");
  const readbacks = vi.spyOn(GPUBuffer.prototype, "mapAsync");
  await readBoth();
  GPUDevice.prototype.createBuffer = createBuffer;
  // One for the face that is good; for the dark one also what it measures after repair, and its second estimate.
  expect(readbacks.mock.calls.length).toBe(1 + 3);
  // Bind groups of ours have a label.
  expect(bindGroups.mock.calls.filter(([{ label }]) => label !== undefined)).toEqual([]);
  expect(others.map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0]);
  vi.restoreAllMocks();
  // Every buffer of ours has a label. TensorFlow.js uploads the scalars of some of its operations anew each time.
  expect(made.filter(({ label, size }) => label !== undefined || size > SCALAR_BYTES)).toEqual([]);
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

it("compares models as it reads photos with them, and finds what a reading rests on, the same on both devices", async () => {
  const core = new EngineCore(config, () => {});
  const { faces, modelId } = await core.analyse(portrait, { ...context, effort: "photo" });
  const { models } = await core.compare(portrait, [modelId], context);
  expect(models[0]?.readings[0]).toEqual(faces[0]?.reading);
  expect(models[0]?.msPerFace).toBeGreaterThan(0);
  const request = { modelId, method: "class-activation" } as const;
  const crop = faces[0]?.crop ?? new Uint8ClampedArray();
  const onGpu = await core.explain(crop, request, context);
  const onCpu = await new EngineCore({ ...config, backend: "wasm" }, () => {}).explain(crop, request, context);
  const strongest = Math.max(...onCpu.values);
  onGpu.values.forEach((value, cell) => {
    expect(Math.abs(value - (onCpu.values[cell] as number))).toBeLessThan(strongest / 100);
  });
}, 240_000);

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
