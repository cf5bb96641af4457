import { expect, it } from "vitest";
import { BufferPool } from "../gpu/buffer-pool.ts";
import { requestGpu } from "../gpu/device.ts";
import { PictureTexture } from "../gpu/picture-texture.ts";
import { Readback } from "../gpu/readback.ts";
import { BufferUsage } from "../gpu/usage.ts";
import { AlignPass } from "./align-pass.ts";
import { alignReference } from "./reference.ts";

const SIZE = 32;
const FLOATS = SIZE * SIZE * 3;

/** Shrunk twice, turned, magnified, and far outside. */
const PLACEMENTS = [
  { a: 4.2, b: 0, tx: 3, ty: -9 },
  { a: 1.3, b: 0.9, tx: 40, ty: 12.5 },
  { a: 0.31, b: -0.1, tx: 60.25, ty: 77 },
  { a: 1, b: 0, tx: -500, ty: 900 },
];

it("cuts the same crops as the reference", async () => {
  const gpu = await requestGpu(true);
  if (!gpu) throw new Error("This browser has no WebGPU: check its command line.");
  const image = noise(150, 110);
  const bitmap = await createImageBitmap(image);
  const buffers = new BufferPool(gpu.device);
  const crops = buffers.atLeast("crops", PLACEMENTS.length * FLOATS * 4, BufferUsage.STORAGE | BufferUsage.COPY_SRC);
  const encoder = gpu.device.createCommandEncoder();
  const texture = new PictureTexture(gpu.device).upload(bitmap);
  new AlignPass(gpu.device, buffers, SIZE).record(encoder, texture, PLACEMENTS, crops);
  gpu.device.queue.submit([encoder.finish()]);
  const [found] = await new Readback(gpu, buffers).read([{ buffer: crops, bytes: crops.size }]);

  PLACEMENTS.forEach((placement, face) => {
    const expected = alignReference(image, placement, SIZE);
    const worst = expected.reduce(
      (most, value, index) => Math.max(most, Math.abs(value - (found?.[face * FLOATS + index] ?? Number.NaN))),
      0,
    );
    expect(worst, `placement ${face}`).toBeLessThan(0.02);
  });
});

/** Opaque pixels without any smoothness, the hardest case for sampling; the same ones each time. */
function noise(width: number, height: number): ImageData {
  const image = new ImageData(width, height);
  let state = 1;
  for (let index = 0; index < image.data.length; index++) {
    state = (state * 48271) % 2147483647;
    image.data[index] = index % 4 === 3 ? 255 : state % 256;
  }
  return image;
}
