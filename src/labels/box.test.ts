import { describe, expect, it } from "vitest";
import { boxOnScreen, isInside } from "./box.ts";

describe("boxOnScreen", () => {
  it("scales, and cuts off what lies outside of the picture", () => {
    const picture = { width: 200, height: 100 };
    const shown = { width: 100, height: 50 };
    expect(boxOnScreen({ x: 20, y: 40, width: 60, height: 20 }, picture, shown)).toEqual({
      x: 10,
      y: 20,
      width: 30,
      height: 10,
    });
    expect(boxOnScreen({ x: -20, y: 80, width: 60, height: 60 }, picture, shown)).toEqual({
      x: 0,
      y: 40,
      width: 20,
      height: 10,
    });
  });
});

it("measures what two boxes share", () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  expect(isInside(box, { width: 10, height: 10 })).toBe(true);
  expect(isInside({ ...box, x: 1 }, { width: 10, height: 10 })).toBe(false);
});
