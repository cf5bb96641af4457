import type { CropPixels } from "./face-compute.ts";

/** RGB floats 0…255 as opaque RGBA bytes, rounded. */
export function toRgba(crop: CropPixels): Uint8ClampedArray<ArrayBuffer> {
  const pixels = crop.length / 3;
  const rgba = new Uint8ClampedArray(4 * pixels).fill(255);
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < 3; channel++) rgba[4 * pixel + channel] = crop[3 * pixel + channel] as number;
  }
  return rgba;
}

/** RGBA bytes as RGB floats 0…255; transparency is ignored. */
export function fromRgba(rgba: Uint8ClampedArray): CropPixels {
  const pixels = rgba.length / 4;
  const crop = new Float32Array(3 * pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < 3; channel++) crop[3 * pixel + channel] = rgba[4 * pixel + channel] as number;
  }
  return crop;
}
