import { gaussianBlur } from "../../image/gaussian.ts";
import { lumaPlane, type RgbImage } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import type { ParamValues } from "../filter.ts";
import { GRAIN_SIGMA, type params } from "./params.ts";

/** Picture + amount · band / (1 + (band / edge)²), where band = luma blurred a little − luma blurred by `size`. */
export function reference(
  image: RgbImage,
  { amount, size, edge }: ParamValues<typeof params>,
  target: Float32Array,
  workspace: Workspace,
): void {
  const pixels = image.width * image.height;
  const lumas = lumaPlane(image, workspace.floats("luma", pixels));
  const fine = workspace.floats("texture: fine", pixels);
  const coarse = workspace.floats("texture: coarse", pixels);
  gaussianBlur(lumas, image, 1, GRAIN_SIGMA, fine, workspace);
  gaussianBlur(lumas, image, 1, size, coarse, workspace);
  for (let pixel = 0, index = 0; pixel < pixels; pixel++) {
    const band = (fine[pixel] as number) - (coarse[pixel] as number);
    const boost = (amount * band) / (1 + (band / edge) ** 2);
    for (const end = index + 3; index < end; index++) target[index] = (image.data[index] as number) + boost;
  }
}
