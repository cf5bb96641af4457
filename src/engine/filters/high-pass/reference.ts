import { fillImage, valueAt } from "../../image/planes.ts";
import type { RgbImage } from "../../image/rgb-image.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

/** Picture + amount · (picture − mean of the eight neighbours). */
export function reference(image: RgbImage, { amount }: ParamValues<typeof params>): RgbImage {
  return fillImage(image, (x, y, channel) => {
    const value = valueAt(image, x, y, channel);
    let sum = -value;
    for (let row = y - 1; row <= y + 1; row++) {
      for (let column = x - 1; column <= x + 1; column++) sum += valueAt(image, column, row, channel);
    }
    return value + amount * (value - sum / 8);
  });
}
