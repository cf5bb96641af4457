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
  const fine = workspace.doubles("texture: fine", pixels);
  gaussianBlur(lumas, image, 1, GRAIN_SIGMA, workspace, (row, start) => fine.set(row, start));
  gaussianBlur(lumas, image, 1, size, workspace, (coarse, start) => {
    for (let x = 0; x < coarse.length; x++) {
      const pixel = start + x;
      const band = (fine[pixel] as number) - (coarse[x] as number);
      const boost = (amount * band) / (1 + (band / edge) ** 2);
      for (let index = 3 * pixel; index < 3 * pixel + 3; index++) {
        target[index] = (image.data[index] as number) + boost;
      }
    }
  });
}
