import { expect, test } from "vitest";
import { choicesOf } from "./measure-condition.ts";

test("lists every choice of checks, the whole last", () => {
  expect(choicesOf(["noisy", "dark", "blurry"])).toEqual([
    ["noisy"],
    ["dark"],
    ["blurry"],
    ["noisy", "dark"],
    ["noisy", "blurry"],
    ["dark", "blurry"],
    ["noisy", "dark", "blurry"],
  ]);
  expect(choicesOf([])).toEqual([]);
});
