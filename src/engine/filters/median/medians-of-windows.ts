import { framed } from "../../image/frame.ts";
import type { RgbImage } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import { bitsOf, greater, lesser } from "./order.ts";

/** Medians of each channel over (2·radius + 1)² pixels, for any whole radius ≥ 1; borders are reflected. */
export function mediansOfWindows(
  image: RgbImage,
  radius: number,
  target: Float32Array<ArrayBuffer>,
  workspace: Workspace,
): void {
  const source = framed(image.data, image, 3, radius, workspace);
  const side = 2 * radius + 1;
  const row = 3 * image.width;
  const stride = row + 6 * radius;
  const window = workspace.floats("median: window", side * side);
  const bits = bitsOf(window);
  const medians = bitsOf(target);
  for (let index = 0; index < target.length; index++) {
    const corner = Math.floor(index / row) * stride + (index % row);
    let count = 0;
    for (let start = corner; start < corner + side * stride; start += stride) {
      for (let at = start; at < start + 3 * side; at += 3) window[count++] = source[at] as number;
    }
    medians[index] = takeMedian(bits);
  }
}

/**
 * The median of an odd number of values, which it disorders. Of one more than half of them the least and the greatest
 * cannot be it: both are forgotten, one of the others comes in, and so on until three are left (Paeth 1990, “Median
 * finding on a 3×3 grid”).
 */
function takeMedian(values: Int32Array): number {
  const last = (values.length + 1) / 2;
  for (let first = 0; last - first > 2; first++) {
    moveExtremesOut(values, first, last);
    values[last] = values[last + 1 + first] as number;
  }
  moveExtremesOut(values, last - 2, last);
  return values[last - 1] as number;
}

/** Leaves between `first` and `last` all but the least and the greatest value from `first` to `last`. */
function moveExtremesOut(values: Int32Array, first: number, last: number): void {
  let least = lesser(values[first] as number, values[last] as number);
  let greatest = greater(values[first] as number, values[last] as number);
  for (let place = first + 1; place < last; place++) {
    const value = values[place] as number;
    const other = greater(least, value);
    least = lesser(least, value);
    values[place] = lesser(greatest, other);
    greatest = greater(greatest, other);
  }
}
