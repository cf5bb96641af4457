import { describe, expect, test } from "vitest";
import { applySteps, type FilterStep } from "../filters/steps.ts";
import { contractImage, type PatternName } from "../image/testing/contract-images.ts";
import { measureReference } from "../metrics/reference.ts";
import { PIXEL_METRIC_IDS, type PixelMetrics } from "../metrics/registry.ts";
import { planRepair, REPAIR_ROUNDS } from "./plan.ts";
import vectors from "./testing/plan-vectors.json" with { type: "json" };
import { failedChecks } from "./verdict.ts";

/** Bilateral weights come from a table in OpenCV; the metrics of a repaired picture may differ by this share. */
const TOLERANCE = 0.01;

type Plan = readonly { readonly filterId: string; readonly params: Readonly<Record<string, number>> }[];

function planFor(metrics: PixelMetrics & { resolutionPx?: number }, enlargement: number): FilterStep[] {
  return planRepair(failedChecks({ resolutionPx: 200, ...metrics }), { metrics, enlargement });
}

function expectSamePlan(found: Plan, expected: Plan, tolerance: number): void {
  expect(found.map(({ filterId }) => filterId)).toEqual(expected.map(({ filterId }) => filterId));
  found.forEach(({ params }, step) => {
    const wanted = expected[step]?.params ?? {};
    expect(Object.keys(params)).toEqual(Object.keys(wanted));
    for (const [name, value] of Object.entries(params)) {
      const difference = Math.abs(value - (wanted[name] as number));
      expect(difference, name).toBeLessThanOrEqual(tolerance * Math.max(1, value));
    }
  });
}

describe("training plans the same repairs", () => {
  test.each(vectors.plans)("$metrics, enlarged $enlargement times", ({ metrics, enlargement, steps }) => {
    const face = { clippedShadows: 0, clippedHighlights: 0, ...metrics };
    expectSamePlan(planFor(face, enlargement), steps as unknown as Plan, 1e-9);
  });

  test.each(vectors.repairs)("$pattern · $factor + $offset", ({ pattern, factor, offset, steps, metrics }) => {
    const image = contractImage(pattern as PatternName, vectors.side, vectors.side);
    let current = { ...image, data: image.data.map((value) => value * factor + offset) };
    const taken: FilterStep[] = [];
    for (let round = 0; round < REPAIR_ROUNDS; round++) {
      const plan = planFor(measureReference(current), vectors.enlargement);
      current = applySteps(current, plan);
      taken.push(...plan);
    }
    expectSamePlan(taken, steps as unknown as Plan, TOLERANCE);
    const found = measureReference(current);
    for (const id of PIXEL_METRIC_IDS) {
      expect(Math.abs(found[id] - metrics[id]), id).toBeLessThanOrEqual(TOLERANCE * (1 + metrics[id]));
    }
  });
});
