import { gaussianBlur } from "../../image/gaussian.ts";
import type { RgbImage } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

/** Picture + amount · soft(picture − blurred), where soft takes `threshold` from the size of a difference, down to 0. */
export function reference(
  image: RgbImage,
  { amount, sigma, threshold }: ParamValues<typeof params>,
  target: Float32Array,
  workspace: Workspace,
): void {
  gaussianBlur(image.data, image, 3, sigma, target, workspace);
  for (let index = 0; index < target.length; index++) {
    const value = image.data[index] as number;
    const detail = value - (target[index] as number);
    target[index] = value + amount * (detail - Math.min(Math.max(detail, -threshold), threshold));
  }
}
