import { type FramedLine, fillMargins } from "../../image/frame.ts";
import { type RgbImage, reflect101 } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import { bitsOf, greater, lesser } from "./order.ts";

/** For each column of three pixels its least, middle and greatest value, a channel at a time, with a margin of one pixel. */
interface SortedColumns {
  readonly least: Int32Array;
  readonly middle: Int32Array;
  readonly greatest: Int32Array;
}

/**
 * Medians of each channel over 3×3 pixels; borders are reflected.
 *
 * Each column of three is sorted once and serves three windows: the median of nine is that of the greatest least, the
 * middle middle and the least greatest of three columns (Smith 1996, "Implementing median filters in XC4000E FPGAs").
 */
export function mediansOfNine(
  { width, height, data }: RgbImage,
  target: Float32Array<ArrayBuffer>,
  workspace: Workspace,
): void {
  const line = { width, channels: 3, margin: 1 };
  const row = 3 * width;
  const columns = {
    least: workspace.ints("median: least", row + 6),
    middle: workspace.ints("median: middle", row + 6),
    greatest: workspace.ints("median: greatest", row + 6),
  };
  const bits = bitsOf(data);
  const medians = bitsOf(target);
  for (let y = 0; y < height; y++) {
    sortColumns(bits, y * row, reflect101(y - 1, height) * row, reflect101(y + 1, height) * row, line, columns);
    setMedians(columns, medians, y * row, row);
  }
}

/** Sorts the columns over the rows that begin at `own`, `above` and `below`. */
function sortColumns(
  bits: Int32Array,
  own: number,
  above: number,
  below: number,
  line: FramedLine,
  { least, middle, greatest }: SortedColumns,
): void {
  for (let column = 0, at = 3; column < 3 * line.width; column++, at++) {
    const a = bits[above + column] as number;
    const b = bits[own + column] as number;
    const c = bits[below + column] as number;
    const lower = lesser(a, b);
    const upper = greater(a, b);
    least[at] = lesser(lower, c);
    middle[at] = greater(lower, lesser(upper, c));
    greatest[at] = greater(upper, c);
  }
  for (const values of [least, middle, greatest]) fillMargins(values, 0, line);
}

/** Sets one row of medians, `row` numbers from `to` on. */
function setMedians({ least, middle, greatest }: SortedColumns, medians: Int32Array, to: number, row: number): void {
  for (let left = 0; left < row; left++) {
    const own = left + 3;
    const right = left + 6;
    const low = greater(greater(least[left] as number, least[own] as number), least[right] as number);
    const high = lesser(lesser(greatest[left] as number, greatest[own] as number), greatest[right] as number);
    const mid = middleOf(middle[left] as number, middle[own] as number, middle[right] as number);
    medians[to + left] = middleOf(low, mid, high);
  }
}

function middleOf(a: number, b: number, c: number): number {
  return greater(lesser(a, b), lesser(greater(a, b), c));
}
