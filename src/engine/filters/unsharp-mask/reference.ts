import { gaussianBlur } from "../../image/gaussian.ts";
import type { RgbImage } from "../../image/rgb-image.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

/** Picture + amount · soft(picture − blurred), where soft takes `threshold` from the size of a difference, down to 0. */
export function reference(image: RgbImage, { amount, sigma, threshold }: ParamValues<typeof params>): RgbImage {
  const blurred = gaussianBlur(image.data, image, 3, sigma);
  const data = new Float32Array(image.data.length);
  for (let index = 0; index < data.length; index++) {
    const value = image.data[index] as number;
    const detail = value - (blurred[index] as number);
    data[index] = value + amount * Math.sign(detail) * Math.max(Math.abs(detail) - threshold, 0);
  }
  return { ...image, data };
}
