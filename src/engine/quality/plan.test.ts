import { describe, expect, test } from "vitest";
import { FILTER_IDS } from "../filters/controls.ts";
import { completeParams } from "../filters/filter.ts";
import { FILTERS } from "../filters/registry.ts";
import { applySteps } from "../filters/steps.ts";
import { fillImage } from "../image/planes.ts";
import type { RgbImage } from "../image/rgb-image.ts";
import { measureReference } from "../metrics/reference.ts";
import type { PixelMetrics } from "../metrics/registry.ts";
import { planRepair, REPAIR_ROUNDS } from "./plan.ts";
import { GOOD_PIXELS } from "./testing/metrics.ts";
import { failedChecks } from "./verdict.ts";

const SIZE = { width: 64, height: 64 };

function planFor(metrics: PixelMetrics, enlargement = 1) {
  return planRepair(failedChecks({ ...metrics, resolutionPx: 200 / enlargement }), { metrics, enlargement });
}

/** Names of failed checks before the first and after the last round. */
function repaired(image: RgbImage): [string[], string[]] {
  const names = (picture: RgbImage) =>
    failedChecks({ ...measureReference(picture), resolutionPx: 200 }).map(({ check }) => check);
  let current = image;
  for (let round = 0; round < REPAIR_ROUNDS; round++) current = applySteps(current, planFor(measureReference(current)));
  return [names(image), names(current)];
}

describe("planRepair", () => {
  test("does nothing to a good face, nor to one that is only small", () => {
    expect(planFor(GOOD_PIXELS)).toEqual([]);
    expect(planFor(GOOD_PIXELS, 3)).toEqual([]);
  });

  test("does not smooth what is crisp but not noisy", () => {
    expect(planFor({ ...GOOD_PIXELS, sharpness: 2000, noise: 1.5 })).toEqual([]);
  });

  test("judges blur only once tone is right", () => {
    const ids = (metrics: PixelMetrics) => planFor(metrics).map(({ filterId }) => filterId);
    expect(ids({ ...GOOD_PIXELS, sharpness: 30, brightness: 30 })).toEqual(["auto-gamma"]);
    expect(ids({ ...GOOD_PIXELS, sharpness: 30 })).toEqual(["unsharp-mask"]);
  });

  test("repairs only what is wanted, and says for which check", () => {
    const metrics = { ...GOOD_PIXELS, sharpness: 30, contrast: 5, brightness: 30 };
    const failed = failedChecks({ ...metrics, resolutionPx: 200 });
    expect(planRepair(failed, { metrics, enlargement: 1 }).map(({ check }) => check)).toEqual(["dark", "flat"]);
    expect(planRepair(failed, { metrics, enlargement: 1 }, ["flat", "blurry"])).toMatchObject([
      { filterId: "clahe", check: "flat" },
    ]);
  });

  test("heavy noise gets a median in front", () => {
    expect(planFor({ ...GOOD_PIXELS, sharpness: 9000, noise: 30 }).map(({ filterId }) => filterId)).toEqual([
      "median",
      "bilateral",
    ]);
  });

  test("sharpens wider where a small face was enlarged, more where more is missing", () => {
    const sharpening = (sharpness: number, enlargement: number) =>
      planFor({ ...GOOD_PIXELS, sharpness }, enlargement)[0]?.params;
    expect(sharpening(20, 4)?.sigma).toBe(2);
    expect(sharpening(20, 1)?.sigma).toBe(1);
    expect(sharpening(20, 1)?.amount).toBeGreaterThan(sharpening(80, 1)?.amount as number);
  });

  test("stays in the registry's order and every filter's range, however bad the face", () => {
    const worst = { ...GOOD_PIXELS, sharpness: 0, brightness: 0, contrast: 0, noise: 0 };
    for (const metrics of [worst, { ...worst, sharpness: 1e6, contrast: 127, brightness: 255, noise: 100 }]) {
      const plan = planFor(metrics, 50);
      const places = plan.map(({ filterId }) => FILTER_IDS.indexOf(filterId));
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      for (const { filterId, params } of plan) expect(completeParams(FILTERS[filterId], params)).toMatchObject(params);
    }
  });
});

describe("the planned repair", () => {
  const relief = (x: number, y: number) => 18 * Math.sin(x * 1.1) * Math.cos(y * 0.9);
  const shading = (x: number, y: number) => 30 * Math.sin(x / 9) + 20 * Math.cos(y / 11);

  test("a dark face passes", () => {
    const dark = fillImage(SIZE, (x, y) => 40 + (relief(x, y) + shading(x, y)) / 2.2);
    expect(repaired(dark)).toEqual([["blurry", "dark"], []]);
  });

  test("a glaring face passes", () => {
    const bright = fillImage(SIZE, (x, y) => 222 + (2 * relief(x, y) + shading(x, y)) / 3);
    expect(repaired(bright)).toEqual([["bright"], []]);
  });

  test("a flat face passes", () => {
    const flat = fillImage(SIZE, (x, y) => 120 + (1.5 * relief(x, y) + shading(x, y)) / 6);
    expect(repaired(flat)).toEqual([["blurry", "flat"], []]);
  });

  test("a noisy face passes", () => {
    const noisy = fillImage(
      SIZE,
      (x, y) => 128 + shading(x, y) + relief(x, y) + (((x * 7919 + y * 104729 + x * y * 31) % 61) - 30) / 1.8,
    );
    expect(repaired(noisy)).toEqual([["noisy"], []]);
  });
});
