import { expect, it } from "vitest";
import { readingOrder } from "./reading-order.ts";

it("reads faces row by row from left to right", () => {
  const at = (x: number, y: number, side = 40) => ({ box: { x, y, width: side, height: side } });
  expect(readingOrder([at(200, 110), at(300, 12), at(10, 100), at(100, 0), at(100, 95)])).toEqual([3, 1, 2, 4, 0]);
  expect(readingOrder([at(700, 10, 120), at(400, 51, 178), at(100, 0, 100)])).toEqual([2, 1, 0]);
  expect(readingOrder([])).toEqual([]);
});
