import type { PixelSize } from "../../math/index.ts";
import { reflect101 } from "./rgb-image.ts";

/**
 * Blurs planes of floats by a Gaussian of deviation `sigma` > 0 pixels, cut at ±⌈3σ⌉ and normalised; borders reflected.
 *
 * `planes` holds `channels` interleaved values per pixel; so does the result.
 */
export function gaussianBlur(
  planes: Float32Array,
  size: PixelSize,
  channels: number,
  sigma: number,
): Float32Array<ArrayBuffer> {
  const kernel = gaussianKernel(sigma);
  return convolveLines(convolveLines(planes, size, channels, kernel, "x"), size, channels, kernel, "y");
}

/** 2·⌈3σ⌉ + 1 weights of sum 1. */
function gaussianKernel(sigma: number): number[] {
  const radius = Math.ceil(3 * sigma);
  const weights = Array.from({ length: 2 * radius + 1 }, (_, tap) =>
    Math.exp((-0.5 * (tap - radius) ** 2) / sigma ** 2),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function convolveLines(
  planes: Float32Array,
  { width, height }: PixelSize,
  channels: number,
  kernel: readonly number[],
  axis: "x" | "y",
): Float32Array<ArrayBuffer> {
  const result = new Float32Array(planes.length);
  const [length, step] = axis === "x" ? [width, channels] : [height, channels * width];
  const taps = reflectedTaps(length, kernel.length);
  for (let block = 0; block < planes.length; block += length * step) {
    for (let place = 0; place < length; place++) {
      for (let line = 0; line < step; line++) {
        let sum = 0;
        for (let tap = 0; tap < kernel.length; tap++) {
          const neighbour = taps[place * kernel.length + tap] as number;
          sum += (kernel[tap] as number) * (planes[block + neighbour * step + line] as number);
        }
        result[block + place * step + line] = sum;
      }
    }
  }
  return result;
}

/** For each place on a line, the places under the kernel's taps: [place, tap]; borders reflected. */
function reflectedTaps(length: number, kernelLength: number): Int32Array {
  const radius = (kernelLength - 1) / 2;
  return Int32Array.from({ length: length * kernelLength }, (_, index) =>
    reflect101(Math.floor(index / kernelLength) + (index % kernelLength) - radius, length),
  );
}
