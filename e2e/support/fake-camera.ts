import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LaunchOptions } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "../../tools/chromium.ts";
import { fakeCameraArguments, sitterFrames } from "../../tools/fake-camera/video.ts";

const VIDEO = join(tmpdir(), `agelens-e2e-camera-${process.ppid}.mjpeg`);
/** A third of a second, played again and again. */
const FRAMES = 10;

/** What to start Chromium with, so that a video of the sample portrait is its camera; pages still have to ask for it. */
export const FAKE_CAMERA_ARGUMENTS: readonly string[] = fakeCameraArguments(VIDEO);

/** Chromium without WebGPU, with a video of the sample portrait for a camera; pages still have to ask for it. */
export const FAKE_CAMERA: LaunchOptions = {
  executablePath: chromiumPath(),
  args: [...CHROMIUM_ARGUMENTS.wasm, ...FAKE_CAMERA_ARGUMENTS],
};

/** Makes the video that FAKE_CAMERA plays. */
export async function makeFakeCamera(): Promise<void> {
  writeFileSync(VIDEO, Buffer.concat(await sitterFrames(FRAMES)));
}

/** Deletes it. */
export function removeFakeCamera(): void {
  rmSync(VIDEO, { force: true });
}
