import { type RgbImage, reflect101 } from "../../image/rgb-image.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

/** Median of each channel over the (2·radius + 1)² pixels around each pixel. */
export function reference(image: RgbImage, { radius }: ParamValues<typeof params>): RgbImage {
  const { width, height, data } = image;
  const window = new Float32Array((2 * radius + 1) ** 2);
  const medians = new Float32Array(data.length);
  for (let index = 0; index < data.length; index++) {
    const pixel = Math.floor(index / 3);
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    let place = 0;
    for (let dy = -radius; dy <= radius; dy++) {
      const row = reflect101(y + dy, height) * width;
      for (let dx = -radius; dx <= radius; dx++) {
        window[place++] = data[3 * (row + reflect101(x + dx, width)) + (index % 3)] as number;
      }
    }
    medians[index] = middleOf(window);
  }
  return { ...image, data: medians };
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
