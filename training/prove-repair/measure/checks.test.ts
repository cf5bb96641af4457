import { expect, test } from "vitest";
import { choicesOf, repairedCheck } from "./checks.ts";

test("a tone filter repairs what failed", () => {
  expect(repairedCheck("auto-gamma", [{ check: "bright" }, { check: "noisy" }])).toBe("bright");
  expect(repairedCheck("auto-gamma", [{ check: "dark" }])).toBe("dark");
  expect(repairedCheck("unsharp-mask", [{ check: "dark" }])).toBe("blurry");
});

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
