import { expect, it } from "vitest";
import type { FailedCheck } from "../../engine/index.ts";
import { findings } from "./finding.ts";

const sharpness = (value: number): FailedCheck => ({
  check: "blurry",
  metric: "sharpness",
  direction: "below",
  limit: 100,
  value,
});
const noisy = (metric: "sharpness" | "contrast"): FailedCheck => ({
  check: "noisy",
  metric,
  direction: "above",
  limit: 1000,
  value: 2000,
});
const dark: FailedCheck = { check: "dark", metric: "brightness", direction: "below", limit: 50, value: 20 };

it("finds nothing wrong with a good picture", () => {
  expect(findings([])).toEqual([]);
});

it("calls a picture blurry only when its edges are less than half as strong as they should be", () => {
  expect([99, 25, 24].map((value) => findings([sharpness(value)]))).toEqual([["soft"], ["soft"], ["blurry"]]);
});

it("tells grain from harsh light", () => {
  expect(findings([noisy("sharpness"), dark, noisy("contrast")])).toEqual(["noisy", "dark", "harsh"]);
});

it("says everything once", () => {
  expect(findings([dark, dark])).toEqual(["dark"]);
});

it("does not blame the focus for a lack of pixels", () => {
  const small = (value: number): FailedCheck => ({
    check: "small",
    metric: "resolutionPx",
    direction: "below",
    limit: 100,
    value,
  });
  expect(findings([sharpness(10), small(40)])).toEqual(["small"]);
  expect(findings([sharpness(10), small(90)])).toEqual(["blurry", "small"]);
});

it("does not blame the focus for what the light does", () => {
  expect(findings([sharpness(10), dark])).toEqual(["dark"]);
});
