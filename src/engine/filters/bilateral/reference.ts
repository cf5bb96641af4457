import { type RgbImage, reflect101 } from "../../image/rgb-image.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

type Params = ParamValues<typeof params>;

/** For each pixel, the mean colour around it, weighted by nearness and by likeness; see bilateral.wgsl. */
export function reference(image: RgbImage, values: Params): RgbImage {
  const data = new Float32Array(image.data.length);
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) data.set(meanAround(image, x, y, values), 3 * (y * image.width + x));
  }
  return { ...image, data };
}

function meanAround(
  image: RgbImage,
  x: number,
  y: number,
  { sigmaColour, sigmaSpace }: Params,
): [number, number, number] {
  const radius = Math.floor(1.5 * sigmaSpace + 0.5);
  const centre = colourAt(image, x, y);
  const sum: [number, number, number] = [0, 0, 0];
  let weights = 0;
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) {
      const squaredDistance = dx * dx + dy * dy;
      if (squaredDistance > radius * radius) continue;
      const colour = colourAt(image, x + dx, y + dy);
      const difference = colour.reduce(
        (total, value, channel) => total + Math.abs(value - (centre[channel] as number)),
        0,
      );
      const weight = Math.exp(-0.5 * (squaredDistance / sigmaSpace ** 2 + (difference / sigmaColour) ** 2));
      for (const channel of [0, 1, 2] as const) sum[channel] += weight * (colour[channel] as number);
      weights += weight;
    }
  }
  return [sum[0] / weights, sum[1] / weights, sum[2] / weights];
}

function colourAt({ width, height, data }: RgbImage, x: number, y: number): Float32Array {
  const start = 3 * (reflect101(y, height) * width + reflect101(x, width));
  return data.subarray(start, start + 3);
}
