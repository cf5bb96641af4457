import { expect, test } from "vitest";
import { contractImage, greyImage, redValues } from "../image/testing/contract-images.ts";
import { Workspace } from "../image/workspace.ts";
import { FILTER_IDS } from "./controls.ts";
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

test("applySteps in a workspace gives the same, and makes no new picture for the next one", () => {
  const workspace = new Workspace();
  const steps = FILTER_IDS.map((filterId) => ({ filterId, params: {} }));
  const first = applySteps(contractImage("texture", 17, 13), steps, workspace);
  const image = contractImage("edges", 17, 13);
  const second = applySteps(image, steps, workspace);
  expect(second.data).toBe(first.data);
  expect(second).toEqual(applySteps(image, steps));
  expect(image).toEqual(contractImage("edges", 17, 13));
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
