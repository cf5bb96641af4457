import { gaussianBlur } from "../../image/gaussian.ts";
import { lumaPlane, type RgbImage } from "../../image/rgb-image.ts";
import type { ParamValues } from "../filter.ts";
import { GRAIN_SIGMA, type params } from "./params.ts";

/** Picture + amount · band / (1 + (band / edge)²), where band = luma blurred a little − luma blurred by `size`. */
export function reference(image: RgbImage, { amount, size, edge }: ParamValues<typeof params>): RgbImage {
  const lumas = lumaPlane(image);
  const fine = gaussianBlur(lumas, image, 1, GRAIN_SIGMA);
  const coarse = gaussianBlur(lumas, image, 1, size);
  const boost = fine.map((value, pixel) => {
    const band = value - (coarse[pixel] as number);
    return (amount * band) / (1 + (band / edge) ** 2);
  });
  return { ...image, data: image.data.map((value, index) => value + (boost[Math.floor(index / 3)] as number)) };
}
