import { bent } from "../../image/planes.ts";
import type { RgbImage } from "../../image/rgb-image.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

/** Each channel c becomes 255·(c / 255)^gamma. */
export function reference(image: RgbImage, { gamma }: ParamValues<typeof params>): RgbImage {
  return { ...image, data: bent(image.data, gamma) };
}
