import type { Kernel } from "sharp";
import { type BytePicture, throughSharp } from "./picture.ts";
import type { Random } from "./random.ts";

/** Below this a weight is a rounding error, which may lie outside of the square. */
const NEGLIGIBLE = 1e-9;

/** Out of focus: a Gaussian of deviation `sigma` picture pixels. */
export function gaussianBlur(picture: BytePicture, sigma: number): Promise<BytePicture> {
  return throughSharp(picture, (image) => image.blur(sigma));
}

/** A shaken camera: the mean along a line of `length` picture pixels in a random direction. */
export function motionBlur(picture: BytePicture, length: number, random: Random): Promise<BytePicture> {
  const kernel = lineKernel(length, Math.PI * random());
  return throughSharp(picture, (image) => image.convolve(kernel));
}

/**
 * Weights of a line of `length` pixels through the middle of an odd square, at `angle` radians from the x axis.
 *
 * @example lineKernel(3, 0).kernel // the middle row holds three equal weights, the others nothing
 */
export function lineKernel(length: number, angle: number): Kernel {
  const radius = Math.floor(length / 2);
  const side = 2 * radius + 1;
  const kernel = new Array<number>(side * side).fill(0);
  for (let step = -radius; step <= radius; step++) {
    splat(kernel, side, radius + step * Math.cos(angle), radius + step * Math.sin(angle));
  }
  return { width: side, height: side, kernel, scale: side };
}

/** Spreads a weight of 1 over the four cells around a position. */
function splat(kernel: number[], side: number, x: number, y: number): void {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  for (const row of [top, top + 1]) {
    for (const column of [left, left + 1]) {
      const weight = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
      if (weight > NEGLIGIBLE) kernel[row * side + column] = (kernel[row * side + column] ?? 0) + weight;
    }
  }
}
