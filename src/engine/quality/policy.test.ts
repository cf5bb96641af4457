import { expect, it } from "vitest";
import { BEFORE_ESTIMATE, cautionFor, FOR_THE_EYE, POLICY, type Policy } from "./policy.ts";
import { GOOD_FACE } from "./testing/metrics.ts";
import { CHECKS } from "./verdict.ts";

const policy: Policy = {
  repairBeforeEstimate: ["dark"],
  rules: [
    { check: "noisy", metric: "noise", from: 8, to: 12, tailFactor: 0.5 },
    { check: "noisy", metric: "noise", from: 12, to: null, tailFactor: 0.3 },
    { check: "noisy", metric: "sharpness", from: 5000, to: null, tailFactor: 0.15 },
    { check: "blurry", metric: "sharpness", from: 0, to: 1, tailFactor: 0 },
    { check: "small", metric: "resolutionPx", from: 0, to: 10, tailFactor: 0 },
  ],
  maxWidthYears: 60,
};

it("leaves a good picture's interval as it was calibrated", () => {
  expect(cautionFor(GOOD_FACE, policy)).toEqual({ tailFactor: 1, causes: [] });
  expect(cautionFor(GOOD_FACE)).toEqual({ tailFactor: 1, causes: [] });
});

it("applies a rule from its lower end up to, but not at, its upper one", () => {
  const factors = [7.9, 8, 11.9, 12, 50].map((noise) => cautionFor({ ...GOOD_FACE, noise }, policy).tailFactor);
  expect(factors).toEqual([1, 0.5, 0.5, 0.3, 0.3]);
});

it("takes the strictest of several rules and names each cause once", () => {
  const noisy = { ...GOOD_FACE, noise: 9, sharpness: 9000 };
  expect(cautionFor(noisy, policy)).toEqual({ tailFactor: 0.15, causes: ["noisy"] });
  expect(cautionFor({ ...noisy, resolutionPx: 5 }, policy)).toEqual({ tailFactor: 0, causes: ["small"] });
});

it("blames the light before the focus", () => {
  const dull = { ...GOOD_FACE, sharpness: 0.5 };
  expect(cautionFor(dull, policy)).toEqual({ tailFactor: 0, causes: ["blurry"] });
  expect(cautionFor({ ...dull, brightness: 8 }, policy)).toEqual({ tailFactor: 1, causes: [] });
});

it("makes every repair either before the estimate or for the eye", () => {
  expect([...BEFORE_ESTIMATE.checks, ...FOR_THE_EYE.checks].sort()).toEqual([...CHECKS].sort());
  expect(POLICY.repairBeforeEstimate).not.toContain("blurry");
});
