import { fillImage } from "../planes.ts";
import type { RgbImage } from "../rgb-image.ts";

/** Formulas for channel values 0…255 from whole numbers alone, so that Python makes the same pictures. */
const PATTERNS = {
  black: () => 0,
  white: () => 255,
  smooth: (x, y, channel) => 40 + triangle(3 * x + 2 * y + 20 * channel, 80) + triangle(5 * y - x + 300, 60),
  texture: (x, y, channel) => (x * 97 + y * 57 + channel * 31 + x * y * 13 + ((x * x * 7 + y * y * 11) % 101)) % 256,
  edges: (x, y, channel) => (((x >> 3) + (y >> 2) + channel) % 2 === 0 ? 210 : 35) + ((x * 5 + y * 3) % 7),
  dark: (x, y, channel) => 6 + triangle(2 * x + 3 * y, 18) + channel + ((x * 3 + y * 7) % 5),
} as const satisfies Record<string, (x: number, y: number, channel: number) => number>;

/** The name of a formula. */
export type PatternName = keyof typeof PATTERNS;

/** Every formula. */
export const PATTERN_NAMES = Object.keys(PATTERNS) as PatternName[];

/** The sizes that every metric and filter must survive. */
export const CONTRACT_SIZES = [
  { width: 1, height: 1 },
  { width: 17, height: 13 },
  { width: 128, height: 128 },
] as const;

/** A test picture without a face, by formula; a grey one repeats the first channel. */
export function contractImage(pattern: PatternName, width: number, height: number, grey = false): RgbImage {
  return fillImage({ width, height }, (x, y, channel) => PATTERNS[pattern](x, y, grey ? 0 : channel));
}

/** Pictures of one size behind one another, as the GPU has them. */
export function stackImages(images: readonly RgbImage[]): Float32Array<ArrayBuffer> {
  const stack = new Float32Array(images.reduce((sum, { data }) => sum + data.length, 0));
  let start = 0;
  for (const { data } of images) {
    stack.set(data, start);
    start += data.length;
  }
  return stack;
}

/** A grey picture of `width` pixels per row. */
export function greyImage(width: number, values: readonly number[]): RgbImage {
  const data = new Float32Array(values.flatMap((value) => [value, value, value]));
  return { width, height: values.length / width, data };
}

/** The red channel, row by row: all there is to know about a grey picture. */
export function redValues({ data }: RgbImage): number[] {
  return Array.from(data).filter((_, index) => index % 3 === 0);
}

/** A triangular wave over whole numbers ≥ 0: 0…height and back. */
function triangle(position: number, height: number): number {
  const phase = position % (2 * height);
  return phase <= height ? phase : 2 * height - phase;
}
