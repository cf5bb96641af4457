import type { RgbImage } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import type { ParamValues } from "../filter.ts";
import { mediansOfNine } from "./medians-of-nine.ts";
import { mediansOfWindows } from "./medians-of-windows.ts";
import type { params } from "./params.ts";

/** Median of each channel over the (2·radius + 1)² pixels around each pixel. */
export function reference(
  image: RgbImage,
  { radius }: ParamValues<typeof params>,
  target: Float32Array<ArrayBuffer>,
  workspace: Workspace,
): void {
  if (radius === 1) mediansOfNine(image, target, workspace);
  else mediansOfWindows(image, radius, target, workspace);
}
