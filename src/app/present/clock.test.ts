import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startAbandoned, startLeaving, startStep } from "./clock.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const NO_KEY = { current: Number.NEGATIVE_INFINITY };

/** Seconds after which `ring` has been called for the first time, second and so on, as the clock runs for `seconds`. */
function ringsWithin(seconds: number, ring: ReturnType<typeof vi.fn>): number[] {
  const rings: number[] = [];
  for (let second = 1; second <= seconds; second++) {
    const before = ring.mock.calls.length;
    vi.advanceTimersByTime(1000);
    if (ring.mock.calls.length > before) rings.push(second);
  }
  return rings;
}

describe("the loop of samples", () => {
  it.each([
    [false, 4],
    [true, 8],
  ])("goes on once what is shown (answered: %s) was there for %d s", (isAnswered, seconds) => {
    const next = vi.fn();
    startStep(isAnswered, NO_KEY, next);
    expect(ringsWithin(60, next)).toEqual([seconds]);
  });

  it("leaves 12 s to somebody who presses keys, also when they press another meanwhile", () => {
    const next = vi.fn();
    const keyTime = { current: performance.now() };
    startStep(false, keyTime, next);
    expect(ringsWithin(10, next)).toEqual([]);
    keyTime.current = performance.now();
    expect(ringsWithin(60, next)).toEqual([12]);
  });

  it("is still when it is stopped, also after a key", () => {
    const next = vi.fn();
    const stop = startStep(false, { current: performance.now() }, next);
    expect(ringsWithin(5, next)).toEqual([]);
    stop();
    expect(ringsWithin(60, next)).toEqual([]);
  });
});

describe("a visitor", () => {
  it("has left after 6 s out of sight, and not when they come back before", () => {
    const leave = vi.fn();
    startLeaving(leave);
    expect(ringsWithin(60, leave)).toEqual([6]);
    leave.mockClear();
    const comeBack = startLeaving(leave);
    expect(ringsWithin(5, leave)).toEqual([]);
    comeBack();
    expect(ringsWithin(60, leave)).toEqual([]);
  });
});

describe("a presenter", () => {
  it("has left a minute after the last key, and the stage is made ready every minute from then on", () => {
    const reset = vi.fn();
    startAbandoned(NO_KEY, reset);
    expect(ringsWithin(185, reset)).toEqual([60, 120, 180]);
  });

  it("is there as long as they press keys", () => {
    const reset = vi.fn();
    const keyTime = { current: performance.now() };
    const stop = startAbandoned(keyTime, reset);
    for (let presses = 0; presses < 3; presses++) {
      expect(ringsWithin(50, reset)).toEqual([]);
      keyTime.current = performance.now();
    }
    expect(ringsWithin(70, reset)).toEqual([60]);
    stop();
    expect(ringsWithin(185, reset)).toEqual([]);
  });
});
