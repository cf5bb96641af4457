import { framed } from "../../image/frame.ts";
import type { RgbImage } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import type { ParamValues } from "../filter.ts";
import { mediansOfNine } from "./medians-of-nine.ts";
import type { params } from "./params.ts";

/** Median of each channel over the (2·radius + 1)² pixels around each pixel. */
export function reference(
  image: RgbImage,
  { radius }: ParamValues<typeof params>,
  target: Float32Array<ArrayBuffer>,
  workspace: Workspace,
): void {
  if (radius === 1) mediansOfNine(image, target, workspace);
  else mediansOf(framed(image.data, image, 3, radius, workspace), 3 * image.width, radius, target);
}

/** Medians over windows of any size; `source` has rows of `row` floats and a margin of `radius` pixels. */
function mediansOf(source: Float64Array, row: number, radius: number, target: Float32Array): void {
  const side = 2 * radius + 1;
  const window = new Float64Array(side * side);
  const stride = row + 6 * radius;
  for (let index = 0; index < target.length; index++) {
    const corner = Math.floor(index / row) * stride + (index % row);
    let count = 0;
    for (let start = corner; start < corner + side * stride; start += stride) {
      for (let at = start; at < start + 3 * side; at += 3) insert(window, count++, source[at] as number);
    }
    target[index] = window[(window.length - 1) / 2] as number;
  }
}

/** Puts a value where it belongs among the first `count`, which are sorted. */
function insert(sorted: Float64Array, count: number, value: number): void {
  let place = count;
  for (; place > 0 && (sorted[place - 1] as number) > value; place--) sorted[place] = sorted[place - 1] as number;
  sorted[place] = value;
}
