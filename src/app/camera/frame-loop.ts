import type { Analysis } from "../../engine/index.ts";
import { everyFrame, grabFrame } from "./frames.ts";
import { frameTimes, type Speed, SpeedMeter } from "./speed.ts";

/** Reads a frame; the frame is handed over. */
export type ReadFrame = (frame: ImageBitmap | VideoFrame, signal: AbortSignal) => Promise<Analysis>;

/** What a loop is given to work with and whom it tells. */
export interface FrameLoopOptions {
  readonly video: HTMLVideoElement;
  readonly read: ReadFrame;
  /** Milliseconds between frames that are read, at least. */
  readonly pauseMs: () => number;
  /** `takenMs` is when the frame was taken, on performance.now()'s clock. */
  readonly onRead: (analysis: Analysis, takenMs: number, speed: Speed | undefined) => void;
  /** Frames could not be read several times in a row; the loop has ended. */
  readonly onFailure: (error: unknown) => void;
}

/** A single frame may fail, for instance while a graphics processor is restarted. */
const FAILURES_IN_A_ROW = 3;

/** Hands frames of a video to the engine, one at a time and always the newest, and none while the page is hidden. */
export class FrameLoop {
  readonly #options: FrameLoopOptions;
  readonly #meter = new SpeedMeter();
  readonly #abort = new AbortController();
  readonly #stopFrames: () => void;
  #isReading = false;
  #lastStartMs = Number.NEGATIVE_INFINITY;
  #failures = 0;

  constructor(options: FrameLoopOptions) {
    this.#options = options;
    this.#stopFrames = everyFrame(options.video, () => this.#onFrame());
  }

  /** Ends the loop; a frame that is being read is given up. */
  stop(): void {
    this.#stopFrames();
    this.#abort.abort(new DOMException("The camera was stopped.", "AbortError"));
  }

  #onFrame(): void {
    const now = performance.now();
    if (document.hidden || this.#options.video.paused) {
      this.#meter.pause();
      return;
    }
    this.#meter.shown(now);
    if (this.#isReading || now - this.#lastStartMs < this.#options.pauseMs()) return;
    this.#lastStartMs = now;
    void this.#readOne(now);
  }

  async #readOne(takenMs: number): Promise<void> {
    this.#isReading = true;
    const { signal } = this.#abort;
    try {
      const analysis = await this.#options.read(await grabFrame(this.#options.video), signal);
      if (signal.aborted) return;
      this.#failures = 0;
      const now = performance.now();
      this.#meter.read(now, frameTimes(analysis.timings, now - takenMs));
      this.#options.onRead(analysis, takenMs, this.#meter.speed);
    } catch (error) {
      if (!signal.aborted && ++this.#failures >= FAILURES_IN_A_ROW) this.#fail(error);
    } finally {
      this.#isReading = false;
    }
  }

  #fail(error: unknown): void {
    this.stop();
    this.#options.onFailure(error);
  }
}
