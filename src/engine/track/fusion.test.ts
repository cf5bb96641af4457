import { describe, expect, it } from "vitest";
import { quantile } from "../estimate/decode.ts";
import { frameWeight } from "./frame-weight.ts";
import { addFrame, type Evidence, FULL_WEIGHT_MS, fuse, tailsOf } from "./fusion.ts";
import { holdWhole, type SettledReading, settle } from "./settle.ts";
import { bell, faceOf, readingOf } from "./testing/faces.ts";

interface Frame {
  readonly years: number;
  readonly weight?: number;
}

/** Evidence after frames that are `apartMs` apart. */
function gathered(frames: readonly Frame[], apartMs = FULL_WEIGHT_MS): Evidence {
  const evidence = frames.reduce<Evidence | undefined>(
    (before, { years, weight = 1 }, index) => addFrame(before, readingOf(years), weight, index * apartMs),
    undefined,
  );
  if (!evidence) throw new Error("no frames");
  return evidence;
}

const same = (count: number): Frame[] => Array.from({ length: count }, () => ({ years: 30 }));

const width = (evidence: Evidence) => {
  const { interval } = fuse(evidence);
  return interval.high - interval.low;
};

describe("fuse", () => {
  it("narrows the interval with every frame, but only to a floor", () => {
    const widths = [1, 2, 4, 8, 16, 64].map((count) => width(gathered(same(count))));
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    const [first = 0, , , , late = 0, last = 0] = widths;
    expect(last).toBeGreaterThan(0.95 * late);
    expect(last).toBeGreaterThan(0.4 * first);
  });

  it("gives more frames of the same moment no more weight", () => {
    expect(width(gathered(same(40), FULL_WEIGHT_MS / 10))).toBeCloseTo(width(gathered(same(5), FULL_WEIGHT_MS)), 0);
  });

  it("lets good frames outweigh bad ones", () => {
    const good = { years: 30, weight: 1 };
    const bad = { years: 60, weight: 0.05 };
    expect(fuse(gathered([good, bad, good, bad])).years).toBeLessThan(33);
    expect(fuse(gathered([{ ...bad, weight: 1 }, good])).years).toBeCloseTo(45, 0);
  });

  it("is not upset by one frame that is sure of something else", () => {
    const frames = [...same(20), { years: 80 }];
    expect(Math.abs(fuse(gathered(frames)).years - 30)).toBeLessThan(4);
  });

  it("forgets, so that it can follow", () => {
    const frames = [...same(40), ...Array.from({ length: 160 }, () => ({ years: 50 }))];
    expect(fuse(gathered(frames)).years).toBeGreaterThan(45);
  });

  it("keeps the level of the single readings, and a sum of 1", () => {
    const { interval, posterior } = fuse(gathered(same(3)));
    expect(interval.level).toBe(0.8);
    expect(tailsOf(posterior, interval).below).toBeCloseTo(0.1, 2);
    expect(tailsOf(posterior, interval).above).toBeCloseTo(0.1, 2);
    expect(posterior.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  });
});

describe("tailsOf", () => {
  it("undoes quantiles, within bins and for intervals that begin at 0", () => {
    const posterior = bell(30, 6);
    const { below, above } = tailsOf(posterior, { low: quantile(posterior, 0.05), high: quantile(posterior, 0.8) });
    expect(below).toBeCloseTo(0.05, 5);
    expect(above).toBeCloseTo(0.2, 5);
    const infant = new Float32Array([0.5, 0.25, 0.25]);
    expect(tailsOf(infant, { low: 0, high: 1 })).toEqual({ below: 0, above: 0.375 });
  });
});

describe("frameWeight", () => {
  const small = { check: "small", metric: "resolutionPx", direction: "below", limit: 100, value: 50 } as const;
  const bright = { check: "bright", metric: "brightness", direction: "above", limit: 200, value: 250 } as const;

  it("is 1 for a good frame, and falls with every standard that is not met", () => {
    expect(frameWeight(faceOf({}))).toBe(1);
    expect(frameWeight(faceOf({ failed: [small] }))).toBeCloseTo(0.25);
    expect(frameWeight(faceOf({ failed: [small, bright] }))).toBeCloseTo(0.25 * 0.64);
  });

  it("counts turned heads less, and never nothing", () => {
    expect(frameWeight(faceOf({ yaw: -60 }))).toBeCloseTo(0.25);
    expect(frameWeight(faceOf({ yaw: 100, failed: [small] }))).toBe(0.05);
  });
});

describe("settle", () => {
  it.each([300, 1300, 5000])("settles after some ten good frames on a device that takes %d ms for each", (apartMs) => {
    const progress = (count: number) => settle(undefined, gathered(same(count), apartMs)).progress;
    expect(progress(7)).toBeLessThan(1);
    expect(progress(10)).toBe(1);
  });

  it("holds a whole number until the value has clearly left it", () => {
    expect(holdWhole(undefined, 30.6, 0.3)).toBe(31);
    expect(holdWhole(30, 30.79, 0.3)).toBe(30);
    expect(holdWhole(30, 30.81, 0.3)).toBe(31);
    expect(holdWhole(30, 28.4, 1)).toBe(28);
  });

  it("settles after a second of good frames and then stays still", () => {
    const wobble = (index: number) => 30 + 2 * Math.sin(index * 12.9898);
    let evidence: Evidence | undefined;
    let shown: SettledReading | undefined;
    const years: number[] = [];
    for (let index = 0; index < 60; index++) {
      evidence = addFrame(evidence, readingOf(wobble(index)), 1, index * FULL_WEIGHT_MS);
      shown = settle(shown, evidence);
      if (shown.progress === 1) years.push(shown.years);
      expect(shown.interval.low).toBeLessThanOrEqual(shown.years);
      expect(shown.interval.high).toBeGreaterThanOrEqual(shown.years);
    }
    expect(years.length).toBeGreaterThan(60 - 15);
    expect(years.length).toBeLessThan(60 - 5);
    expect(new Set(years).size).toBe(1);
  });
});
