import { expect, test } from "vitest";
import { POLICY } from "../../../src/engine/quality/policy.ts";
import { CLEAN } from "../../degrade/conditions.ts";
import { errorCurves } from "./curves.ts";
import { derivePolicy, guessingError, policyRows } from "./policy.ts";
import { sampleOf, stateOf } from "./testing/samples.ts";

const LEVEL = 0.8;

/** 100 pictures of one brightness, whose true ages are spread evenly over the middle `spread` of the posterior. */
function picturesOf(brightness: number, years: number, spread: number) {
  return Array.from({ length: 100 }, (_, index) => {
    const state = stateOf(years, 10 * (0.5 - spread * Math.abs(index / 99 - 0.5)));
    return sampleOf(`${brightness} ${index}`, { ...state, metrics: { ...state.metrics, brightness } });
  });
}

const conditions = [
  { condition: CLEAN, samples: [...picturesOf(110, 33, 0.9), ...picturesOf(40, 35, 0.98), ...picturesOf(5, 55, 1)] },
];

test("widens where the interval promises too much and refuses where the error is that of a guess", () => {
  const curves = errorCurves(conditions, [], LEVEL).filter(({ metric }) => metric === "brightness");
  expect(curves[0]?.own.map(({ from, samples, mae }) => [from, samples, mae.value])).toEqual([
    [5, 100, 25],
    [35, 100, 5],
    [100, 100, 3],
  ]);
  const policy = derivePolicy(curves, ["dark"], 15);
  expect(policy).toEqual({
    maxWidthYears: POLICY.maxWidthYears,
    repairBeforeEstimate: ["dark"],
    rules: [{ check: "dark", metric: "brightness", from: 0, to: 15, tailFactor: 0 }],
  });
  expect(policyRows(conditions, policy)[0]?.refused).toBeCloseTo(1 / 3);
});

test("a range among ranges that need no rule gets none", () => {
  const pictures = [110, 150, 190].flatMap((brightness) =>
    picturesOf(brightness, 33, 0.9).map((sample) => (brightness === 150 ? shiftedOut(sample) : sample)),
  );
  const curves = errorCurves([{ condition: CLEAN, samples: pictures }], [], LEVEL);
  const brightness = curves.filter(({ metric }) => metric === "brightness");
  expect(brightness[0]?.own.map(({ tailFactor }) => tailFactor)).toEqual([1, 0.5, 1]);
  expect(derivePolicy(brightness, [], 15).rules).toEqual([]);
});

test("widens in steps until the promise is kept", () => {
  const short = [{ condition: CLEAN, samples: picturesOf(40, 33, 1).map((sample) => shiftedOut(sample)) }];
  const [curve] = errorCurves(short, [], LEVEL).filter(({ metric }) => metric === "brightness");
  expect(curve?.own[0]).toMatchObject({
    coverage: { value: 0.5 },
    tailFactor: 0.5,
    widenedCoverage: 1,
    width: 10,
    widenedWidth: 14,
  });
});

test("guessing the median age", () => {
  expect(guessingError([0, 30, 60])).toBe(20);
});

/** Half of the true ages at the very middle, half just outside of an interval with 0.6 times the calibrated tails. */
function shiftedOut(sample: ReturnType<typeof sampleOf>) {
  const outside = Number(sample.filename.split(" ")[1]) % 2 === 0;
  return { ...sample, estimate: { ...sample.estimate, holdsUpTo: outside ? 0.6 : 5 } };
}
