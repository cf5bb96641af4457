import { type BytePicture, mapValues } from "./picture.ts";
import { normal, type Random } from "./random.ts";

/** A sensor in the dark: independent Gaussian noise of deviation `sigma` grey levels in every channel. */
export function gaussianNoise(picture: BytePicture, sigma: number, random: Random): BytePicture {
  return mapValues(picture, (value) => value + sigma * normal(random));
}

/** Dead pixels: a share 0…1 of the pixels turns black or white. */
export function saltAndPepper(picture: BytePicture, share: number, random: Random): BytePicture {
  const data = picture.data.slice();
  for (let start = 0; start < data.length; start += 3) {
    if (random() < share) data.fill(random() < 0.5 ? 0 : 255, start, start + 3);
  }
  return { ...picture, data };
}
