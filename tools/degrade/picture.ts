import sharp, { type Sharp } from "sharp";
import type { RgbaPicture } from "../../src/engine/align/reference.ts";

/** RGB bytes of a picture, interleaved, row by row: what a picture file can hold. */
export interface BytePicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Decodes a picture file, or its bytes, upright and in sRGB. */
export async function decodePicture(file: string | Buffer): Promise<BytePicture> {
  return finish(sharp(file).rotate());
}

/** Sends a picture through libvips. */
export async function throughSharp(picture: BytePicture, change: (image: Sharp) => Sharp): Promise<BytePicture> {
  return finish(change(openRaw(picture)));
}

/** libvips' view of a picture. */
export function openRaw({ width, height, data }: BytePicture): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** A picture whose channel values are `change(value, index)`, rounded and kept to 0…255. */
export function mapValues(picture: BytePicture, change: (value: number, index: number) => number): BytePicture {
  return { ...picture, data: picture.data.map(change) };
}

/** The same picture with an alpha channel, as the engine's alignment reads it. */
export function toRgba({ width, height, data }: BytePicture): RgbaPicture {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) rgba[4 * pixel + channel] = data[3 * pixel + channel] as number;
  }
  return { width, height, data: rgba };
}

async function finish(image: Sharp): Promise<BytePicture> {
  const { data, info } = await image.toColourspace("srgb").removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}
