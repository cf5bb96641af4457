import { expect, test } from "vitest";
import { decimals, formatTable, percent } from "./table.ts";

test("lines up columns and marks missing figures", () => {
  const table = formatTable(
    ["age", "n"],
    [
      ["0-2", 20],
      ["10-19", null],
    ],
  );
  expect(table.split("\n")).toEqual(["age     n", "─────────", "0-2    20", "10-19   –"]);
});

test("formats shares and numbers, and keeps null", () => {
  expect([percent(0.125), percent(null), decimals(1.005, 1), decimals(null)]).toEqual(["12.5 %", null, "1.0", null]);
});
