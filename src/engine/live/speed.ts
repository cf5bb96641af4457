import type { Timings } from "../api.ts";

/** Where the time goes, as running means. */
export interface Speed {
  /** Frames per second that were read. */
  readonly readPerSecond: number;
  /** Frames per second that the camera delivers. */
  readonly shownPerSecond: number;
  /** Milliseconds per frame that was read. */
  readonly ms: FrameTimes;
}

/** The parts of the time between handing a frame over and having its readings. */
export interface FrameTimes {
  readonly decode: number;
  readonly detect: number;
  readonly estimate: number;
  /** Ways between the page and the engine, and waiting. */
  readonly rest: number;
}

/** The parts in the order in which they follow each other. */
export const FRAME_PARTS = ["decode", "detect", "estimate", "rest"] as const satisfies (keyof FrameTimes)[];

/** How much the latest frame moves the running means. */
const LATEST = 0.1;
const MS_PER_SECOND = 1000;

/** The times of one frame whose whole way took `totalMs`. */
export function frameTimes({ decode, detect, estimate }: Timings, totalMs: number): FrameTimes {
  return { decode, detect, estimate, rest: Math.max(0, totalMs - decode - detect - estimate) };
}

/** Follows the speed of a live picture. */
export class SpeedMeter {
  #hasRead = false;
  #shownMs: number | undefined;
  #readMs: number | undefined;
  #shownEvery: number | undefined;
  #readEvery: number | undefined;
  #times: FrameTimes | undefined;

  /** The camera delivered a frame. */
  shown(timeMs: number): void {
    if (this.#shownMs !== undefined) this.#shownEvery = follow(this.#shownEvery, timeMs - this.#shownMs);
    this.#shownMs = timeMs;
  }

  /** A frame was read; the first one, for which parts are still loaded and compiled, does not count. */
  read(timeMs: number, times: FrameTimes): void {
    const isFirst = !this.#hasRead;
    this.#hasRead = true;
    if (isFirst) return;
    if (this.#readMs !== undefined) this.#readEvery = follow(this.#readEvery, timeMs - this.#readMs);
    this.#readMs = timeMs;
    const before = this.#times;
    this.#times = {
      decode: follow(before?.decode, times.decode),
      detect: follow(before?.detect, times.detect),
      estimate: follow(before?.estimate, times.estimate),
      rest: follow(before?.rest, times.rest),
    };
  }

  /** Forgets the moments, so that a pause does not count as a slow frame. */
  pause(): void {
    this.#shownMs = undefined;
    this.#readMs = undefined;
  }

  /** The speed, once three frames were read. */
  get speed(): Speed | undefined {
    if (!this.#readEvery || !this.#shownEvery || !this.#times) return undefined;
    return {
      readPerSecond: MS_PER_SECOND / this.#readEvery,
      shownPerSecond: MS_PER_SECOND / this.#shownEvery,
      ms: this.#times,
    };
  }
}

function follow(mean: number | undefined, latest: number): number {
  return mean === undefined ? latest : mean + LATEST * (latest - mean);
}
