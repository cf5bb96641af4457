import { describe, expect, it } from "vitest";
import { boxOnScreen, isInside } from "./box.ts";
import { fitInto } from "./fit.ts";
import { readingOrder } from "./reading-order.ts";

describe("fitInto", () => {
  it.each([
    [
      { width: 400, height: 200 },
      { width: 100, height: 100 },
      { width: 100, height: 50 },
    ],
    [
      { width: 100, height: 5000 },
      { width: 900, height: 500 },
      { width: 10, height: 500 },
    ],
    [
      { width: 20, height: 10 },
      { width: 900, height: 500 },
      { width: 120, height: 60 },
    ],
  ])("draws %o in %o at %o", (picture, stage, shown) => {
    expect(fitInto(picture, stage)).toEqual(shown);
  });
});

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

it("reads faces row by row from left to right", () => {
  const at = (x: number, y: number, side = 40) => ({ box: { x, y, width: side, height: side } });
  expect(readingOrder([at(200, 110), at(300, 12), at(10, 100), at(100, 0), at(100, 95)])).toEqual([3, 1, 2, 4, 0]);
  expect(readingOrder([at(700, 10, 120), at(400, 51, 178), at(100, 0, 100)])).toEqual([2, 1, 0]);
  expect(readingOrder([])).toEqual([]);
});
