import { gaussianBlur } from "../../image/gaussian.ts";
import type { RgbImage } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

/**
 * Picture + amount · soft(picture − blurred), where soft takes `threshold` from the size of a difference, down to 0.
 *
 * What it takes is the difference d kept to ±t: (|d + t| − |d − t|) / 2, which needs no branch.
 */
export function reference(
  image: RgbImage,
  { amount, sigma, threshold }: ParamValues<typeof params>,
  target: Float32Array,
  workspace: Workspace,
): void {
  gaussianBlur(image.data, image, 3, sigma, workspace, (row, start) => {
    for (let index = 0; index < row.length; index++) {
      const value = image.data[start + index] as number;
      const detail = value - (row[index] as number);
      const grain = (Math.abs(detail + threshold) - Math.abs(detail - threshold)) / 2;
      target[start + index] = value + amount * (detail - grain);
    }
  });
}
