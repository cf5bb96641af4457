import { expect, it } from "vitest";
import { gaugePosition, SCALES, STANDARDS, toStandards } from "./standards.ts";

it("brings a metric's limits together, in the order of the checks", () => {
  const standards = toStandards([
    { check: "small", metric: "resolutionPx", direction: "below", limit: 100 },
    { check: "bright", metric: "brightness", direction: "above", limit: 200 },
    { check: "dark", metric: "brightness", direction: "below", limit: 50 },
  ]);
  expect(standards).toEqual([
    { metric: "resolutionPx", low: 100, high: undefined },
    { metric: "brightness", low: 50, high: 200 },
  ]);
});

it("puts values on linear and logarithmic scales, and what lies beyond at the ends", () => {
  expect([0, 51, 255, 300].map((value) => gaugePosition("brightness", value))).toEqual([0, 0.2, 1, 1]);
  expect(gaugePosition("sharpness", 100)).toBeCloseTo(1 / 3);
  expect(gaugePosition("sharpness", 0)).toBe(0);
  expect(gaugePosition("resolutionPx", 200)).toBeCloseTo(0.5);
});

it("lets faces fail on both sides of every limit", () => {
  for (const { metric, low, high } of STANDARDS) {
    const limits = [low, high].filter((limit) => limit !== undefined);
    expect(limits.length, metric).toBeGreaterThan(0);
    for (const limit of limits) {
      expect(limit, metric).toBeGreaterThan(SCALES[metric].min);
      expect(limit, metric).toBeLessThan(SCALES[metric].max);
    }
  }
});
