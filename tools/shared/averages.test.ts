import { expect, test } from "vitest";
import { mean } from "./averages.ts";

test("mean, and none of nothing", () => {
  expect([mean([1, 2, 6]), mean([])]).toEqual([3, null]);
});
