import { type BytePicture, decodePicture, openRaw, throughSharp } from "./picture.ts";

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
