import { expect, test } from "vitest";
import { greyImage, redValues } from "../image/testing/small-images.ts";
import { applySteps, mergePlans } from "./steps.ts";

test("applySteps runs in order and fills in defaults", () => {
  const image = greyImage(1, [64]);
  const steps = [
    { filterId: "gamma", params: { gamma: 0.5 } },
    { filterId: "auto-gamma", params: { brightness: 100 } },
  ] as const;
  expect(redValues(applySteps(image, steps))[0]).toBeCloseTo(100, 2);
  expect(applySteps(image, [])).toBe(image);
});

test("mergePlans switches off what a face does not need, in the registry's order", () => {
  const merged = mergePlans([
    [{ filterId: "unsharp-mask", params: { amount: 2, sigma: 99 } }],
    [],
    [
      { filterId: "median", params: { radius: 2 } },
      { filterId: "unsharp-mask", params: {} },
    ],
  ]);
  expect(merged).toEqual([
    { filterId: "median", paramsPerFace: [{ radius: 0 }, { radius: 0 }, { radius: 2 }] },
    {
      filterId: "unsharp-mask",
      paramsPerFace: [
        { amount: 2, sigma: 4, threshold: 1 },
        { amount: 0, sigma: 1.2, threshold: 1 },
        { amount: 0.8, sigma: 1.2, threshold: 1 },
      ],
    },
  ]);
  expect(mergePlans([[], []])).toEqual([]);
});
