import { fillImage, valueAt } from "../../image/planes.ts";
import type { RgbImage } from "../../image/rgb-image.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

/** Median of each channel over the (2·radius + 1)² pixels around each pixel. */
export function reference(image: RgbImage, { radius }: ParamValues<typeof params>): RgbImage {
  const side = 2 * radius + 1;
  const window = new Float32Array(side * side);
  return fillImage(image, (x, y, channel) => {
    for (let i = 0; i < window.length; i++) {
      window[i] = valueAt(image, x + (i % side) - radius, y + Math.floor(i / side) - radius, channel);
    }
    return middleOf(window);
  });
}

/** The median, sorting in place: by insertion, which beats a general sort on so few numbers. */
function middleOf(window: Float32Array): number {
  for (let sorted = 1; sorted < window.length; sorted++) {
    const value = window[sorted] as number;
    let place = sorted;
    for (; place > 0 && (window[place - 1] as number) > value; place--) window[place] = window[place - 1] as number;
    window[place] = value;
  }
  return window[(window.length - 1) / 2] as number;
}
