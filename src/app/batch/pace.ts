/** How many of the latest pictures count: enough to even out large and small ones, few enough to follow a change. */
const WINDOW = 20;

/** Measures how fast pictures are read. */
export class Pace {
  readonly #durations: number[] = [];

  /** Adds how long the latest picture took, in milliseconds. */
  add(durationMs: number): void {
    this.#durations.push(durationMs);
    if (this.#durations.length > WINDOW) this.#durations.shift();
  }

  /** Milliseconds that `count` more pictures will take; `undefined` before the third has given an idea of it. */
  remainingMs(count: number): number | undefined {
    if (this.#durations.length < 3) return undefined;
    const sum = this.#durations.reduce((sum, duration) => sum + duration, 0);
    return (count * sum) / this.#durations.length;
  }
}
