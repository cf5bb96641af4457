import { expect, it } from "vitest";
import { frameTimes, SpeedMeter } from "./speed.ts";

it("counts as rest what the engine does not account for", () => {
  expect(frameTimes({ decode: 5, detect: 20, estimate: 30, total: 56 }, 70)).toEqual({
    decode: 5,
    detect: 20,
    estimate: 30,
    rest: 15,
  });
});

it("says how often frames come and are read, without the first", () => {
  const meter = new SpeedMeter();
  const times = { decode: 1, detect: 2, estimate: 3, rest: 4 };
  meter.read(0, { ...times, rest: 4000 });
  for (let frame = 0; frame < 20; frame++) {
    meter.shown(frame * 20);
    if (frame % 5 === 0) meter.read(frame * 20, times);
  }
  expect(meter.speed).toEqual({ readPerSecond: 10, shownPerSecond: 50, ms: times });
});

it("does not take a pause for a slow frame", () => {
  const meter = new SpeedMeter();
  for (const start of [0, 60_000]) {
    meter.pause();
    for (let frame = 0; frame < 4; frame++) {
      meter.shown(start + frame * 20);
      meter.read(start + frame * 20, { decode: 1, detect: 1, estimate: 1, rest: 1 });
    }
  }
  expect(meter.speed?.shownPerSecond).toBeCloseTo(50);
  expect(meter.speed?.readPerSecond).toBeCloseTo(50);
});
