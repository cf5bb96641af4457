import { join } from "node:path";
import { decodePicture, openRaw, throughSharp } from "../degrade/picture.ts";
import { PROJECT_FOLDER } from "../engine-page/built-app.ts";
import { noisyFrame } from "./noisy-frame.ts";

const PORTRAIT = join(PROJECT_FOLDER, "public/samples/astronaut.jpg");
/** Head and shoulders of the sample portrait, as a webcam would frame them. */
const HEAD = { left: 76, top: 0, width: 320, height: 240 };
const VIDEO_SIZE = { width: 640, height: 480 };
/** What Chromium plays motion JPEG at. */
export const FRAMES_PER_SECOND = 30;
const JPEG_QUALITY = 80;

/**
 * Frames of a noisy video of the public-domain sample portrait, who holds still, as JPEG files. One after the other they are
 * a video as Chromium's `--use-file-for-fake-video-capture` takes it, which it plays in a loop.
 */
export async function sitterFrames(count: number): Promise<Buffer[]> {
  const portrait = await decodePicture(PORTRAIT);
  const picture = await throughSharp(portrait, (image) => image.extract(HEAD).resize(VIDEO_SIZE));
  const frames: Buffer[] = [];
  for (let index = 0; index < count; index++) {
    const frame = await noisyFrame(picture, index, "fake camera");
    frames.push(await openRaw(frame).jpeg({ quality: JPEG_QUALITY }).toBuffer());
  }
  return frames;
}

/** What to start Chromium with, so that the file is its camera; pages still have to ask for it. */
export function fakeCameraArguments(path: string): string[] {
  return ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${path}`];
}
