import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHROMIUM_ARGUMENTS } from "../chromium.ts";
import { BrowserPage } from "../engine-page/browser-page.ts";
import { PROJECT_FOLDER } from "../engine-page/built-app.ts";
import { EnginePage } from "../engine-page/engine-page.ts";
import { FRAMES_PER_SECOND, fakeCameraArguments, sitterFrames } from "../fake-camera/video.ts";
import { type LiveFigures, liveFigures } from "./live-figures.ts";
import { type WatchedPage, watchReadings } from "./live-page.ts";

/** As long as the video before it is played again. */
const SECONDS = 5;
/** Every so many frames of the video are read alone. */
const SINGLE_FRAME_STEP = 3;

/** Plays a noisy video of a face that holds still to the live view, and reads its frames one by one for comparison. */
export async function timeLive(signal: AbortSignal): Promise<LiveFigures> {
  const folder = mkdtempSync(join(tmpdir(), "agelens-live-"));
  try {
    const frames = await sitterFrames(SECONDS * FRAMES_PER_SECOND);
    const video = join(folder, "camera.mjpeg");
    writeFileSync(video, Buffer.concat(frames));
    const chosen = frames.filter((_, index) => index % SINGLE_FRAME_STEP === 0);
    const single = await readAlone(chosen, folder, signal);
    return liveFigures(single, await watchLive(video, signal));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The age that each frame alone would give. */
async function readAlone(frames: readonly Buffer[], folder: string, signal: AbortSignal): Promise<number[]> {
  const engine = await EnginePage.open({ backend: "wasm", signal });
  const path = join(folder, "frame.jpg");
  const years: number[] = [];
  try {
    for (const frame of frames) {
      writeFileSync(path, frame);
      const reply = await engine.analyse(path, { effort: "frame" });
      const face = reply.status === "read" ? reply.faces[0] : undefined;
      if (face?.reading.status === "estimated") years.push(face.reading.years);
    }
  } finally {
    await engine.close();
  }
  return years;
}

/** The camera starts by itself, because Chromium is told to allow it. */
async function watchLive(video: string, signal: AbortSignal): Promise<WatchedPage> {
  const browser = await BrowserPage.open({
    site: { root: PROJECT_FOLDER },
    file: "index.html#live",
    chromiumArguments: [...CHROMIUM_ARGUMENTS.wasm, "--use-fake-ui-for-media-stream", ...fakeCameraArguments(video)],
    signal,
  });
  try {
    return await browser.guard(browser.page.evaluate(watchReadings, SECONDS));
  } finally {
    await browser.close();
  }
}
