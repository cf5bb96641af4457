import { expect, it } from "vitest";
import { logitEvidence, logOdds } from "./evidence.ts";

const reading = (low: number, high: number) => ({
  status: "estimated" as const,
  years: low,
  interval: { low, high, level: 0.8 },
  posterior: new Float32Array(),
});

it("weighs the ages of the reading against all others", () => {
  const posterior = new Float32Array([0.1, 0.3, 0.4, 0.2]);
  expect(logOdds(posterior, { low: 1, high: 2, level: 0.8 })).toBeCloseTo(Math.log(0.7 / 0.3), 6);
  expect(Number.isFinite(logOdds(new Float32Array([0, 1]), { low: 1, high: 1, level: 0.8 }))).toBe(true);
});

it("is the derivative of the log-odds with respect to the logits", () => {
  const logits = [0.2, 1.1, 0.7, -0.4];
  const softmax = (z: number[]) => {
    const total = z.reduce((sum, value) => sum + Math.exp(value), 0);
    return Float32Array.from(z, (value) => Math.exp(value) / total);
  };
  const evidence = logitEvidence(softmax(logits), { kind: "age-posterior", bins: 4 }, reading(1, 2));
  logits.forEach((_, index) => {
    const moved = (by: number) =>
      logOdds(softmax(logits.map((z, at) => (at === index ? z + by : z))), reading(1, 2).interval);
    expect(evidence?.[index]).toBeCloseTo((moved(0.01) - moved(-0.01)) / 0.02, 3);
  });
});

it("takes classes by their own ages, the best of groups, and nothing of a number", () => {
  const shares = new Float32Array([0.2, 0.5, 0.3]);
  const classes = logitEvidence(shares, { kind: "age-classes", ages: [20, 30, 40] }, reading(29, 31));
  expect(classes?.[1]).toBeCloseTo(1, 6);
  expect(classes?.[0]).toBeCloseTo(-0.4, 6);
  const groups = ["a", "b", "c"].map((name, index) => ({ name, low: index * 10, high: index * 10 + 9 }));
  expect(logitEvidence(shares, { kind: "age-groups", groups }, reading(0, 29))?.[2]).toBeCloseTo(-0.6, 6);
  expect(logitEvidence(new Float32Array([30]), { kind: "age-regression" }, reading(20, 40))).toBeUndefined();
});
