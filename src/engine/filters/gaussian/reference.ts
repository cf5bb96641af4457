import { gaussianBlur } from "../../image/gaussian.ts";
import type { RgbImage } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

/** Every channel blurred by a Gaussian of deviation `sigma` pixels. */
export function reference(
  image: RgbImage,
  { sigma }: ParamValues<typeof params>,
  target: Float32Array,
  workspace: Workspace,
): void {
  gaussianBlur(image.data, image, 3, sigma, workspace, (row, start) => {
    for (let index = 0; index < row.length; index++) target[start + index] = row[index] as number;
  });
}
