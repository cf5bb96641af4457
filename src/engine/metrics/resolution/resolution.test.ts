import { expect, test } from "vitest";
import { resolutionPx } from "./index.ts";

test("the shorter side of the box counts", () => {
  expect(resolutionPx({ x: 5, y: 5, width: 120, height: 90 })).toBe(90);
});
