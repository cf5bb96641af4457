import { framed } from "../../image/frame.ts";
import type { RgbImage } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

/** Picture + amount · (picture − mean of the eight neighbours). */
export function reference(
  image: RgbImage,
  { amount }: ParamValues<typeof params>,
  target: Float32Array,
  workspace: Workspace,
): void {
  const source = framed(image.data, image, 3, 1, workspace);
  const row = 3 * image.width;
  const stride = row + 6;
  for (let index = 0; index < target.length; index++) {
    const above = Math.floor(index / row) * stride + (index % row);
    const value = source[above + stride + 3] as number;
    const sum = threeAt(source, above) + threeAt(source, above + stride) + threeAt(source, above + 2 * stride) - value;
    target[index] = value + amount * (value - sum / 8);
  }
}

/** The sum of one channel over three pixels in a row. */
function threeAt(pixels: Float64Array, start: number): number {
  return (pixels[start] as number) + (pixels[start + 3] as number) + (pixels[start + 6] as number);
}
