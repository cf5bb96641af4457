import { expect, it } from "vitest";
import { FILTER_CONTROLS } from "../../engine/index.ts";
import { FILTER_IDS, type FilterStack, setParam, toggleFilter } from "./filter-stack.ts";

it("keeps the engine's order, whatever the order of choosing", () => {
  const all = [...FILTER_IDS].reverse().reduce<FilterStack>(toggleFilter, []);
  expect(all.map(({ filterId }) => filterId)).toEqual(FILTER_IDS);
});

it("starts each filter with its usual settings, and takes it away again", () => {
  const stack = toggleFilter([], "unsharp-mask");
  const { amount, sigma, threshold } = FILTER_CONTROLS["unsharp-mask"].params;
  expect(stack).toEqual([
    {
      filterId: "unsharp-mask",
      params: { amount: amount?.default, sigma: sigma?.default, threshold: threshold?.default },
    },
  ]);
  expect(toggleFilter(stack, "unsharp-mask")).toEqual([]);
});

it("changes one setting of one filter", () => {
  const stack = toggleFilter(toggleFilter([], "gamma"), "unsharp-mask");
  const changed = setParam(stack, "unsharp-mask", "amount", 2);
  expect(changed[0]).toBe(stack[0]);
  expect(changed[1]?.params).toEqual({ ...stack[1]?.params, amount: 2 });
});
