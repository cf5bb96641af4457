import { bend } from "../../image/power.ts";
import type { RgbImage } from "../../image/rgb-image.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

/** Each channel c becomes 255·(c / 255)^gamma. */
export function reference(image: RgbImage, { gamma }: ParamValues<typeof params>, target: Float32Array): void {
  bend(image.data, gamma, target);
}
