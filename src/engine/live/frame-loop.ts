import type { Analysis } from "../api.ts";
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
  /**
   * Called with `false` when no first frame has come for a while though the page is shown, and with `true` when it comes
   * after all.
   */
  readonly onPicture: (hasPicture: boolean) => void;
  /** Frames could not be read several times in a row; the loop has ended. */
  readonly onFailure: (error: unknown) => void;
}

/** A single frame may fail, for instance while a graphics processor is restarted. */
const FAILURES_IN_A_ROW = 3;
/** Even slow cameras have sent a first frame by then. */
const FIRST_FRAME_LIMIT_MS = 6000;
/** How often the wait for it is looked at. */
const CHECK_EVERY_MS = 500;

/** Hands frames of a video to the engine, one at a time and always the newest, and none while the page is hidden. */
export class FrameLoop {
  readonly #options: FrameLoopOptions;
  readonly #meter = new SpeedMeter();
  readonly #abort = new AbortController();
  readonly #stopFrames: () => void;
  readonly #waiting: ReturnType<typeof setInterval>;
  #waitedMs = 0;
  #isReading = false;
  #lastStartMs = Number.NEGATIVE_INFINITY;
  #failures = 0;

  constructor(options: FrameLoopOptions) {
    this.#options = options;
    this.#stopFrames = everyFrame(options.video, () => this.#onFrame());
    this.#waiting = setInterval(() => this.#onWaiting(), CHECK_EVERY_MS);
  }

  /** Ends the loop; a frame that is being read is given up. */
  stop(): void {
    this.#stopFrames();
    clearInterval(this.#waiting);
    this.#abort.abort(new DOMException("The camera was stopped.", "AbortError"));
  }

  /** A page that is hidden is sent no frames, and that says nothing about the camera. */
  #onWaiting(): void {
    if (document.hidden) return;
    const wasSilent = this.#isSilent;
    this.#waitedMs += CHECK_EVERY_MS;
    if (this.#isSilent && !wasSilent) this.#options.onPicture(false);
  }

  get #isSilent(): boolean {
    return this.#waitedMs >= FIRST_FRAME_LIMIT_MS;
  }

  #onFrame(): void {
    if (this.#options.video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    clearInterval(this.#waiting);
    if (this.#isSilent) this.#options.onPicture(true);
    this.#waitedMs = 0;
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
