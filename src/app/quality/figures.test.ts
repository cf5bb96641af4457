import { expect, it } from "vitest";
import { headTurns, wholeFigure } from "./figures.ts";

it("rounds so that what fails does not seem to pass", () => {
  expect(wholeFigure(99.6)).toBe(100);
  expect(wholeFigure(99.6, { direction: "below" })).toBe(99);
  expect(wholeFigure(200.2, { direction: "above" })).toBe(201);
});

it("says how a head is turned, and nothing about the side when it is not", () => {
  expect(headTurns({ roll: 3.4, yaw: -12.5, pitch: -0.4 })).toEqual([
    { axis: "tilt", degrees: 3, side: "right" },
    { axis: "turn", degrees: 12, side: "left" },
    { axis: "nod", degrees: 0, side: undefined },
  ]);
  expect(headTurns({ roll: -1, yaw: 0, pitch: 7 }).map(({ side }) => side)).toEqual(["left", undefined, "down"]);
});
