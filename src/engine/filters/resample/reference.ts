import { clamp } from "../../../math/index.ts";
import type { RgbImage } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

/** Weight of a sample by its distance in samples, up to four. */
type Kernel = (distance: number) => number;

/** By the filter's parameter `method`. */
const KERNELS: readonly [Kernel, ...Kernel[]] = [bilinear, bicubic, lanczos];

/** Coarse samples that a kernel may reach: four to each side. */
const REACH = 8;

/** Each pixel of a line as a weighted sum of pixels of that line: 2·REACH of them each. */
interface LineWeights {
  readonly places: Int32Array;
  readonly weights: Float64Array;
}

/** The picture read on a grid `factor` times coarser and interpolated back to its size; see resample.wgsl. */
export function reference(
  image: RgbImage,
  { factor, method }: ParamValues<typeof params>,
  target: Float32Array,
  workspace: Workspace,
): void {
  const { width, height, data } = image;
  const kernel = KERNELS[method] ?? KERNELS[0];
  const alongRows = workspace.floats("resampled rows", data.length);
  resampleLines(data, lineWeights(width, factor, kernel), 3, alongRows);
  resampleLines(alongRows, lineWeights(height, factor, kernel), 3 * width, target);
}

/** Resamples every line of pixels that lie `step` floats apart. */
function resampleLines(
  source: Float32Array,
  { places, weights }: LineWeights,
  step: number,
  target: Float32Array,
): void {
  const taps = 2 * REACH;
  const block = (places.length / taps) * step;
  for (let index = 0; index < source.length; index++) {
    const inBlock = index % block;
    const line = index - inBlock + (inBlock % step);
    const first = Math.floor(inBlock / step) * taps;
    let sum = 0;
    for (let tap = first; tap < first + taps; tap++) {
      sum += (weights[tap] as number) * (source[line + (places[tap] as number) * step] as number);
    }
    target[index] = sum;
  }
}

/** How a line of `count` pixels is read on the coarse grid and interpolated back. */
function lineWeights(count: number, factor: number, kernel: (distance: number) => number): LineWeights {
  const taps = 2 * REACH;
  const places = new Int32Array(count * taps);
  const weights = new Float64Array(count * taps);
  const last = Math.ceil(count / factor - 0.001) - 1;
  for (let i = 0; i < count; i++) {
    const position = (i + 0.5) / factor - 0.5;
    const first = Math.floor(position) - 3;
    const coarse = Array.from({ length: REACH }, (_, tap) => kernel(Math.abs(position - first - tap)));
    const sum = coarse.reduce((total, weight) => total + weight, 0);
    coarse.forEach((weight, tap) => {
      const fine = clamp((clamp(first + tap, 0, last) + 0.5) * factor - 0.5, 0, count - 1);
      const lower = Math.floor(fine);
      const at = i * taps + 2 * tap;
      places[at] = lower;
      places[at + 1] = Math.min(lower + 1, count - 1);
      weights[at] = (weight / sum) * (1 - (fine - lower));
      weights[at + 1] = (weight / sum) * (fine - lower);
    });
  }
  return { places, weights };
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
