import { type BytePicture, decodePicture, mapValues, openRaw, throughSharp } from "./picture.ts";
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

/** Saved as JPEG of `quality` 1…100 with halved colour resolution, and opened again. */
export async function jpeg(picture: BytePicture, quality: number): Promise<BytePicture> {
  return decodePicture(await openRaw(picture).jpeg({ quality, chromaSubsampling: "4:2:0" }).toBuffer());
}

/** Taken from further away: the picture scaled by `factor` below 1, with a Lanczos filter against aliasing. */
export function downSample(picture: BytePicture, factor: number): Promise<BytePicture> {
  const width = Math.max(1, Math.round(picture.width * factor));
  const height = Math.max(1, Math.round(picture.height * factor));
  return throughSharp(picture, (image) => image.resize({ width, height, fit: "fill", kernel: "lanczos3" }));
}
