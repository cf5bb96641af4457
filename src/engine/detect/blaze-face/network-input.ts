import type { PixelSize, Similarity } from "../../../math/index.ts";

const CHANNELS = 3;
const RGBA = 4;
/** Bytes 0…255 become −1…1. */
const HALF_RANGE = 127.5;
/** OpenCV, by which MediaPipe samples, places samples in steps of this share of a pixel. */
const STEPS_PER_PIXEL = 32;

/** Pixels of a square input that shows all of a view in its middle → pixels of the view. */
export function inputToView({ width, height }: PixelSize<"view">, inputSide: number): Similarity<"input", "view"> {
  const longest = Math.max(width, height);
  return { a: longest / inputSide, b: 0, tx: (width - longest) / 2, ty: (height - longest) / 2 };
}

/**
 * Writes a view's pixels to `input` [side, side, RGB], −1…1; black beyond the view.
 *
 * One bilinear sample for each pixel, at a whole multiple of the scale counted between pixel centres: so does MediaPipe,
 * and sampling in another way moves the keypoints.
 */
export function writeInput({ data, width, height }: ImageData, side: number, input: Float32Array): void {
  const { a: scale, tx: left, ty: top } = inputToView({ width, height }, side);
  const columns = Array.from({ length: side }, (_, column) => tapAt(column * scale + left, width));
  let at = 0;
  for (let row = 0; row < side; row++) {
    const { first: y0, second: y1, firstShare: above, secondShare: below } = tapAt(row * scale + top, height);
    for (const { first: x0, second: x1, firstShare: before, secondShare: after } of columns) {
      for (let channel = 0; channel < CHANNELS; channel++) {
        const byte = (x: number, y: number) => data[(y * width + x) * RGBA + channel] as number;
        const upper = byte(x0, y0) * before + byte(x1, y0) * after;
        const lower = byte(x0, y1) * before + byte(x1, y1) * after;
        input[at++] = Math.round(upper * above + lower * below) / HALF_RANGE - 1;
      }
    }
  }
}

/** The two pixels that a sample lies between, and how much each of them counts; nothing, beyond the edge. */
interface Tap {
  readonly first: number;
  readonly second: number;
  readonly firstShare: number;
  readonly secondShare: number;
}

function tapAt(position: number, length: number): Tap {
  const stepped = roundHalfToEven(position * STEPS_PER_PIXEL) / STEPS_PER_PIXEL;
  const first = Math.floor(stepped);
  const share = stepped - first;
  const isInside = (pixel: number) => pixel >= 0 && pixel < length;
  return {
    first: isInside(first) ? first : 0,
    second: isInside(first + 1) ? first + 1 : 0,
    firstShare: isInside(first) ? 1 - share : 0,
    secondShare: isInside(first + 1) ? share : 0,
  };
}

/** As OpenCV rounds; in views whose side is no multiple of the input's every second sample lies halfway. */
function roundHalfToEven(value: number): number {
  const nearest = Math.round(value);
  return nearest - value === 0.5 && nearest % 2 !== 0 ? nearest - 1 : nearest;
}
