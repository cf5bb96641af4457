import { type Similarity, similarityScale } from "../../math/index.ts";

/** Most sub-samples per crop pixel and axis: 16 keeps a face of 2,000 pixels free of aliasing. */
export const MAX_SUBSAMPLES = 16;

/** RGBA bytes of a whole picture, row by row. */
export interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/**
 * The definition of a correct crop, and the fallback without WebGPU: the same sampling as align.wgsl.
 *
 * Returns `size`×`size` RGB values 0…255, row by row: in `crop`, which is made when left out.
 */
export function alignReference(
  picture: RgbaPicture,
  cropToPicture: Similarity<"crop", "picture">,
  size: number,
  crop = new Float32Array(size * size * 3),
): Float32Array<ArrayBuffer> {
  crop.fill(0);
  const n = Math.min(MAX_SUBSAMPLES, Math.max(1, Math.ceil(similarityScale(cropToPicture))));
  const { a, b, tx, ty } = cropToPicture;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const start = (y * size + x) * 3;
      for (let v = 0; v < n; v++) {
        const cropY = y + (v + 0.5) / n;
        for (let u = 0; u < n; u++) {
          const cropX = x + (u + 0.5) / n;
          addBilinear(picture, a * cropX - b * cropY + tx, b * cropX + a * cropY + ty, 1 / (n * n), crop, start);
        }
      }
    }
  }
  return crop;
}

/**
 * Adds `weight` times the colour at a position, bilinear between pixel centres, clamped to the edge.
 *
 * It runs up to 256 times per crop pixel, so that it makes no array or object of its own.
 */
function addBilinear(
  { width, height, data }: RgbaPicture,
  x: number,
  y: number,
  weight: number,
  out: Float32Array,
  start: number,
): void {
  const px = Math.min(Math.max(x - 0.5, 0), width - 1);
  const py = Math.min(Math.max(y - 0.5, 0), height - 1);
  const x0 = Math.floor(px);
  const y0 = Math.floor(py);
  const fx = px - x0;
  const fy = py - y0;
  const topLeft = (y0 * width + x0) * 4;
  const right = x0 + 1 < width ? 4 : 0;
  const below = y0 + 1 < height ? 4 * width : 0;
  for (let channel = 0; channel < 3; channel++) {
    const at = topLeft + channel;
    const left = data[at] as number;
    const leftBelow = data[at + below] as number;
    const top = left + fx * ((data[at + right] as number) - left);
    const bottom = leftBelow + fx * ((data[at + below + right] as number) - leftBelow);
    out[start + channel] = (out[start + channel] as number) + weight * (top + fy * (bottom - top));
  }
}
