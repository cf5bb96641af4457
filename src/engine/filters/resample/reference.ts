import { fillImage } from "../../image/planes.ts";
import type { RgbImage } from "../../image/rgb-image.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

type Params = ParamValues<typeof params>;

/** The picture read on a grid `factor` times coarser and interpolated back to its size; see resample.wgsl. */
export function reference(image: RgbImage, { factor, method }: Params): RgbImage {
  const { width, height } = image;
  const kernel = KERNELS[method] ?? bilinear;
  const alongRows = fillImage(image, (x, y, channel) =>
    resampleLine(x, width, factor, kernel, (i) => image.data[3 * (y * width + i) + channel] as number),
  );
  return fillImage(image, (x, y, channel) =>
    resampleLine(y, height, factor, kernel, (i) => alongRows.data[3 * (i * width + x) + channel] as number),
  );
}

/** Pixel `i` of a line of `count` values after it was read on the coarse grid. */
function resampleLine(
  i: number,
  count: number,
  factor: number,
  kernel: (distance: number) => number,
  value: (i: number) => number,
): number {
  const position = (i + 0.5) / factor - 0.5;
  const last = Math.ceil(count / factor - 0.001) - 1;
  let sum = 0;
  let weights = 0;
  for (let j = Math.floor(position) - 3; j <= Math.floor(position) + 4; j++) {
    const weight = kernel(Math.abs(position - j));
    const fine = (clamp(j, 0, last) + 0.5) * factor - 0.5;
    sum += weight * betweenPixels(clamp(fine, 0, count - 1), count, value);
    weights += weight;
  }
  return sum / weights;
}

function betweenPixels(position: number, count: number, value: (i: number) => number): number {
  const lower = Math.floor(position);
  const upper = Math.min(lower + 1, count - 1);
  return value(lower) + (position - lower) * (value(upper) - value(lower));
}

function bilinear(distance: number): number {
  return Math.max(1 - distance, 0);
}

/** Cubic convolution with a = −0.75 (Keys 1981). */
function bicubic(distance: number): number {
  if (distance <= 1) return (1.25 * distance - 2.25) * distance ** 2 + 1;
  return distance < 2 ? ((-0.75 * distance + 3.75) * distance - 6) * distance + 3 : 0;
}

/** sinc(d)·sinc(d / 4) for d < 4 (Duchon 1979). */
function lanczos(distance: number): number {
  if (distance < 1e-3) return 1;
  const angle = Math.PI * distance;
  return distance < 4 ? (4 * Math.sin(angle) * Math.sin(angle / 4)) / angle ** 2 : 0;
}

const KERNELS = [bilinear, bicubic, lanczos];

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
