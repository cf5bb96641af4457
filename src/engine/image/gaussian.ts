import type { PixelSize } from "../../math/index.ts";
import { frameLine } from "./frame.ts";
import { reflect101 } from "./rgb-image.ts";
import type { Workspace } from "./workspace.ts";

/** Takes a row of blurred values and the place of its first one in the plane; the next row overwrites it. */
type TakeRow = (row: Float64Array, start: number) => void;

/**
 * Blurs planes of floats by a Gaussian of deviation `sigma` > 0 pixels, cut at ±⌈3σ⌉ and normalised; borders reflected.
 *
 * `planes` holds `channels` interleaved values per pixel; so do the rows that `take` gets, from top to bottom. Rows are
 * blurred first, into an array with ⌈3σ⌉ more of them above and below, so that one loop serves rows and columns.
 */
export function gaussianBlur(
  planes: Float32Array,
  { width, height }: PixelSize,
  channels: number,
  sigma: number,
  workspace: Workspace,
  take: TakeRow,
): void {
  const half = halfKernel(sigma);
  const radius = half.length - 1;
  const length = width * channels;
  const line = workspace.doubles("blur: line", length + 2 * radius * channels);
  const tall = workspace.doubles("blur: rows", length * (height + 2 * radius));
  const row = workspace.doubles("blur: row", length);
  for (let y = 0; y < height; y++) {
    frameLine(planes, y * length, { width, channels, margin: radius }, line, 0);
    convolve(line, radius * channels, channels, half, tall, (radius + y) * length, length);
  }
  for (let step = 1; step <= radius; step++) {
    copyRow(tall, radius + reflect101(-step, height), radius - step, length);
    copyRow(tall, radius + reflect101(height - 1 + step, height), radius + height - 1 + step, length);
  }
  for (let y = 0; y < height; y++) {
    convolve(tall, (radius + y) * length, length, half, row, 0, length);
    take(row, y * length);
  }
}

/** The middle weight of 2·⌈3σ⌉ + 1 weights of sum 1, and those to one side of it. */
function halfKernel(sigma: number): Float64Array {
  const bell = (tap: number) => Math.exp(-0.5 * (tap / sigma) ** 2);
  const weights = Float64Array.from({ length: Math.ceil(3 * sigma) + 1 }, (_, tap) => bell(tap));
  const sum = weights.reduce((total, weight, tap) => total + (tap === 0 ? weight : 2 * weight), 0);
  return weights.map((weight) => weight / sum);
}

/** `count` weighted sums over neighbours that lie `step` values apart; the first one is about `source[from]`. */
function convolve(
  source: Float64Array,
  from: number,
  step: number,
  half: Float64Array,
  target: Float64Array,
  to: number,
  count: number,
): void {
  for (let index = 0; index < count; index++) {
    const middle = from + index;
    let sum = (half[0] as number) * (source[middle] as number);
    for (let tap = 1, offset = step; tap < half.length; tap++, offset += step) {
      sum += (half[tap] as number) * ((source[middle - offset] as number) + (source[middle + offset] as number));
    }
    target[to + index] = sum;
  }
}

function copyRow(rows: Float64Array, from: number, to: number, length: number): void {
  rows.copyWithin(to * length, from * length, (from + 1) * length);
}
