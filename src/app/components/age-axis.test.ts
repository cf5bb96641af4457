import { expect, it } from "vitest";
import { agePosition, posteriorPath } from "./age-axis.ts";

it("puts ages on a scale from 0 to 100", () => {
  expect([0, 25, 100, 116, -1].map(agePosition)).toEqual([0, 0.25, 1, 1, 0]);
});

it("outlines a posterior so that the likeliest age touches the top", () => {
  expect(posteriorPath([0.25, 0.5, 0.25], 100, 10)).toBe("M0 10L0 5L1 0L2 5L2 10Z");
});
