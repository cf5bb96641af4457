import { describe, expect, it } from "vitest";
import { calibratedInterval, expectedAge, quantile } from "./decode.ts";
import vectors from "./testing/interval-vectors.json" with { type: "json" };

const certain = new Float32Array([0, 0, 1, 0]);
const even = new Float32Array([0.25, 0.25, 0.25, 0.25]);
const newborn = new Float32Array([1, 0, 0]);

describe("decoding a posterior", () => {
  it("takes the median with each age spread over half a year to both sides", () => {
    expect(quantile(certain, 0.5)).toBe(2);
    expect(quantile(even, 0.5)).toBe(1.5);
    expect(quantile(even, 0.25)).toBe(0.5);
  });

  it("never goes below 0 or beyond the last age", () => {
    expect(quantile(newborn, 0.1)).toBe(0);
    expect(quantile(even, 1)).toBe(3.5);
  });

  it("does not mind a posterior whose rounding errors keep it from summing to 1", () => {
    expect(quantile(new Float32Array([0.1, 0.1, 0.1]), 0.5)).toBeCloseTo(1, 6);
  });

  it("averages ages by their probability", () => {
    expect(expectedAge(even)).toBe(1.5);
    expect(expectedAge(certain)).toBe(2);
  });

  it("gives the central interval of the calibrated mass and names the level", () => {
    expect(calibratedInterval(even, { level: 0.8, mass: 0.5 })).toEqual({ low: 0.5, high: 2.5, level: 0.8 });
  });

  it("leaves less out on bad pictures", () => {
    expect(calibratedInterval(even, { level: 0.8, mass: 0.5 }, 0.4)).toEqual({ low: 0, high: 3.1, level: 0.8 });
  });

  it.each(vectors.cases)("agrees with the training workspace, case %#", ({ posterior, tailFactor, low, high }) => {
    const interval = calibratedInterval(Float32Array.from(posterior), vectors.calibration, tailFactor);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});
