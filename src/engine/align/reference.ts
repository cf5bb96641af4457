import { applySimilarity, type Similarity, similarityScale } from "../../math/index.ts";
import { MAX_SUBSAMPLES } from "./sampling.ts";

/** RGBA bytes of a whole picture, row by row. */
export interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/**
 * The definition of a correct crop, and the fallback without WebGPU: the same sampling as align.wgsl.
 *
 * Returns `size`×`size` RGB values 0…255, row by row.
 */
export function alignReference(
  picture: RgbaPicture,
  cropToPicture: Similarity,
  size: number,
): Float32Array<ArrayBuffer> {
  const crop = new Float32Array(size * size * 3);
  const n = Math.min(MAX_SUBSAMPLES, Math.max(1, Math.ceil(similarityScale(cropToPicture))));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const start = (y * size + x) * 3;
      for (let v = 0; v < n; v++) {
        for (let u = 0; u < n; u++) {
          const point = applySimilarity(cropToPicture, { x: x + (u + 0.5) / n, y: y + (v + 0.5) / n });
          addBilinear(picture, point.x, point.y, 1 / (n * n), crop, start);
        }
      }
    }
  }
  return crop;
}

/** Adds `weight` times the colour at a position, bilinear between pixel centres, clamped to the edge. */
function addBilinear(picture: RgbaPicture, x: number, y: number, weight: number, out: Float32Array, start: number) {
  const px = Math.min(Math.max(x - 0.5, 0), picture.width - 1);
  const py = Math.min(Math.max(y - 0.5, 0), picture.height - 1);
  const x0 = Math.floor(px);
  const y0 = Math.floor(py);
  const x1 = Math.min(x0 + 1, picture.width - 1);
  const y1 = Math.min(y0 + 1, picture.height - 1);
  const fx = px - x0;
  const fy = py - y0;
  const at = (column: number, row: number) => (row * picture.width + column) * 4;
  const corners = [at(x0, y0), at(x1, y0), at(x0, y1), at(x1, y1)] as const;
  const weights = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy] as const;
  for (let channel = 0; channel < 3; channel++) {
    let value = 0;
    for (let corner = 0; corner < 4; corner++) {
      value += (weights[corner] as number) * (picture.data[(corners[corner] as number) + channel] as number);
    }
    out[start + channel] = (out[start + channel] as number) + weight * value;
  }
}
