import { expect, it } from "vitest";
import type { RepairStep } from "../quality/plan.ts";
import { GOOD_FACE } from "../quality/testing/metrics.ts";
import { decodeWithPolicy } from "./reading.ts";

const MODEL = {
  head: { kind: "age-posterior", bins: 100 },
  decode: "median",
  calibration: { level: 0.8, mass: 0.8 },
} as const;
const BALANCED: RepairStep = { filterId: "auto-gamma", params: { strength: 1 }, check: "dark" };

/** Spread evenly over 100 ages, and over the first 50 of them: shares of it are years, but for half a year. */
const anyAge = new Float32Array(100).fill(0.01);
const even = new Float32Array(100).fill(0.02, 0, 50);

it("says nothing of an adjustment where there is none", () => {
  const { age: reading } = decodeWithPolicy([even], MODEL, { metrics: GOOD_FACE, repairs: [] });
  if (reading?.status !== "estimated") throw new Error("refused");
  expect(reading.interval.low).toBeCloseTo(4.5, 3);
  expect(reading.interval.high).toBeCloseTo(44.5, 3);
  expect(reading).not.toHaveProperty("adjustment");
});

it("widens the interval of a bright picture and leaves the years", () => {
  const bright = { ...GOOD_FACE, brightness: 210 };
  const { age: reading } = decodeWithPolicy([even], MODEL, { metrics: bright, repairs: [] });
  if (reading?.status !== "estimated") throw new Error("refused");
  const factor = reading.adjustment?.tailFactor ?? 1;
  expect(factor).toBeLessThan(1);
  expect(reading.interval.low).toBeCloseTo(5 * factor - 0.5, 2);
  expect(reading.years).toBeCloseTo(24.5, 3);
  expect(reading.adjustment?.widenedFor).toEqual(["bright"]);
});

it("records what was repaired", () => {
  const { age: reading } = decodeWithPolicy([even], MODEL, {
    metrics: { ...GOOD_FACE, brightness: 30 },
    repairs: [BALANCED],
  });
  expect(reading).toMatchObject({ adjustment: { repairs: [BALANCED], tailFactor: 1, widenedFor: [] } });
});

it("refuses what is not a number", () => {
  const { age: reading } = decodeWithPolicy([new Float32Array([Number.NaN, 1])], MODEL, {
    metrics: GOOD_FACE,
    repairs: [],
  });
  expect(reading).toEqual({ status: "refused", reason: "not-finite" });
});

it("refuses where almost any age fits, and names the cause where the policy knows one", () => {
  const refusalOf = (metrics: typeof GOOD_FACE) => decodeWithPolicy([anyAge], MODEL, { metrics, repairs: [] }).age;
  expect(refusalOf(GOOD_FACE)).toEqual({ status: "refused", reason: "unclear" });
  expect(refusalOf({ ...GOOD_FACE, brightness: 210 })).toEqual({ status: "refused", reason: "bright" });
});
