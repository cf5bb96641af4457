import type { PixelSize } from "../../math/index.ts";
import { reflect101 } from "./rgb-image.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Pixels with a margin of reflected ones on all sides, so that loops over a window need not ask where the border is.
 *
 * `pixels` and the result hold `channels` interleaved values per pixel; a row of the result has width + 2·margin pixels.
 * The result lives in `workspace` until the next call.
 */
export function framed(
  pixels: Float32Array,
  { width, height }: PixelSize,
  channels: number,
  margin: number,
  workspace: Workspace,
): Float64Array {
  const stride = channels * (width + 2 * margin);
  const result = workspace.doubles("framed", stride * (height + 2 * margin));
  for (let row = 0; row < height + 2 * margin; row++) {
    const from = reflect101(row - margin, height) * width * channels;
    frameLine(pixels, from, { width, channels, margin }, result, row * stride);
  }
  return result;
}

/** A line of pixels with a margin at both ends. */
export interface FramedLine {
  readonly width: number;
  readonly channels: number;
  readonly margin: number;
}

/** Copies the line of pixels that begins at `from` into a framed line that begins at `to`. */
export function frameLine(
  pixels: Float32Array,
  from: number,
  line: FramedLine,
  result: Float64Array,
  to: number,
): void {
  const start = to + line.margin * line.channels;
  for (let index = 0; index < line.width * line.channels; index++) {
    result[start + index] = pixels[from + index] as number;
  }
  fillMargins(result, to, line);
}

/** Fills the margins of a framed line that begins at `start`, and whose pixels are there already. */
export function fillMargins(
  values: Float64Array | Int32Array,
  start: number,
  { width, channels, margin }: FramedLine,
): void {
  const first = start + margin * channels;
  for (let step = 1; step <= margin; step++) {
    const left = first + reflect101(-step, width) * channels;
    const right = first + reflect101(width - 1 + step, width) * channels;
    for (let channel = 0; channel < channels; channel++) {
      values[first - step * channels + channel] = values[left + channel] as number;
      values[first + (width - 1 + step) * channels + channel] = values[right + channel] as number;
    }
  }
}
