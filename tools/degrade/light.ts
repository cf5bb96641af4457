import { type BytePicture, mapValues } from "./picture.ts";
import type { Random } from "./random.ts";

/** Exposure: every value times `gain`; below 1 too short, above 1 too long with lost highlights. */
export function expose(picture: BytePicture, gain: number): BytePicture {
  return mapValues(picture, (value) => gain * value);
}

/** Dark mid-tones under bright highlights, as against a window: 255·(v/255)^gamma with gamma above 1. */
export function darkenMidTones(picture: BytePicture, gamma: number): BytePicture {
  return mapValues(picture, (value) => 255 * (value / 255) ** gamma);
}

/**
 * A lamp's veil from one of the upper corners: screen blending with white, by `strength` 0…1 at the corner, falling off as
 * a Gaussian of half the picture's width.
 */
export function glare(picture: BytePicture, strength: number, random: Random): BytePicture {
  const { width } = picture;
  const lampX = random() < 0.5 ? 0 : width;
  return mapValues(picture, (value, index) => {
    const pixel = Math.floor(index / 3);
    const x = (pixel % width) + 0.5 - lampX;
    const y = Math.floor(pixel / width) + 0.5;
    const veil = strength * Math.exp((-0.5 * (x * x + y * y)) / (width / 2) ** 2);
    return 255 - (255 - value) * (1 - veil);
  });
}

/** Fog: every value moved towards the picture's mean, which leaves a share `contrast` 0…1 of its differences. */
export function flatten(picture: BytePicture, contrast: number): BytePicture {
  const mean = picture.data.reduce((sum, value) => sum + value, 0) / picture.data.length;
  return mapValues(picture, (value) => mean + contrast * (value - mean));
}
