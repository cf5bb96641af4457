import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type BytePicture, decodePicture, openRaw, throughSharp } from "../../training/prove-repair/degrade/picture.ts";
import { PROJECT_FOLDER } from "../engine-page/built-app.ts";
import { noisyFrame } from "./noisy-frame.ts";

const PORTRAIT = join(PROJECT_FOLDER, "public/samples/astronaut.jpg");
/** Head and shoulders of the sample portrait, as a webcam would frame them. */
const HEAD = { left: 76, top: 0, width: 320, height: 240 };
export const VIDEO_SIZE = { width: 640, height: 480 };
/** What Chromium plays motion JPEG at. */
export const FRAMES_PER_SECOND = 30;
const JPEG_QUALITY = 80;

/** The picture before the camera: the public-domain sample portrait. */
export async function sitter(): Promise<BytePicture> {
  const portrait = await decodePicture(PORTRAIT);
  return throughSharp(portrait, (image) => image.extract(HEAD).resize(VIDEO_SIZE));
}

/** One frame of the sitter as a JPEG file. */
export async function sitterFrame(picture: BytePicture, index: number): Promise<Buffer> {
  return openRaw(await noisyFrame(picture, index, "fake camera"))
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
}

/**
 * Writes a noisy video of the sitter, who holds still, as Chromium's `--use-file-for-fake-video-capture` takes it: JPEG
 * files one after the other. It is played in a loop.
 */
export async function writeFakeCamera(path: string, seconds: number): Promise<void> {
  const picture = await sitter();
  const file = openSync(path, "w");
  try {
    for (let index = 0; index < seconds * FRAMES_PER_SECOND; index++)
      writeSync(file, await sitterFrame(picture, index));
  } finally {
    closeSync(file);
  }
}

/** What to start Chromium with, so that the file is its camera; pages still have to ask for it. */
export function fakeCameraArguments(path: string): string[] {
  return ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${path}`];
}
