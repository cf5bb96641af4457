import type { CropPixels } from "./face-compute.ts";

/** RGB floats 0…255 as opaque RGBA bytes, rounded. */
export function toRgba(crop: CropPixels): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray((crop.length / 3) * 4).fill(255);
  crop.forEach((value, index) => {
    rgba[Math.floor(index / 3) * 4 + (index % 3)] = value;
  });
  return rgba;
}

/** RGBA bytes as RGB floats 0…255; transparency is ignored. */
export function fromRgba(rgba: Uint8ClampedArray): CropPixels {
  const crop = new Float32Array((rgba.length / 4) * 3);
  for (let index = 0; index < crop.length; index++)
    crop[index] = rgba[Math.floor(index / 3) * 4 + (index % 3)] as number;
  return crop;
}
