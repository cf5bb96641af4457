import type { FilterId } from "../../../src/engine/filters/registry.ts";
import { applySteps } from "../../../src/engine/filters/steps.ts";
import type { RgbImage } from "../../../src/engine/image/rgb-image.ts";
import { measureReference } from "../../../src/engine/metrics/reference.ts";
import type { PixelMetrics } from "../../../src/engine/metrics/registry.ts";
import { planRepair, REPAIR_ROUNDS } from "../../../src/engine/quality/plan.ts";
import { type Check, failedChecks } from "../../../src/engine/quality/verdict.ts";
import { CHECKS, repairedCheck } from "./checks.ts";

/** A crop and what is known about it. */
export interface MeasuredCrop {
  readonly image: RgbImage;
  readonly metrics: PixelMetrics;
  /** Side of the face's box in picture pixels. */
  readonly resolutionPx: number;
  /** Crop pixels per picture pixel. */
  readonly enlargement: number;
}

/** A crop after its plan. */
export interface RepairedCrop extends MeasuredCrop {
  readonly steps: readonly FilterId[];
  /** The checks for whose sake the steps were taken, in the order of CHECKS. */
  readonly repaired: readonly Check[];
}

/** Measures, plans and filters up to REPAIR_ROUNDS times, as the app does, but only for the sake of the given checks. */
export function repair(crop: MeasuredCrop, wanted: readonly Check[] = CHECKS): RepairedCrop {
  let current: RepairedCrop = { ...crop, steps: [], repaired: [] };
  for (let round = 0; round < REPAIR_ROUNDS; round++) {
    const failed = failedChecks({ ...current.metrics, resolutionPx: current.resolutionPx });
    const plan = planRepair(failed, current)
      .map((step) => ({ step, check: repairedCheck(step.filterId, failed) }))
      .filter(({ check }) => wanted.includes(check));
    if (plan.length === 0) break;
    const image = applySteps(
      current.image,
      plan.map(({ step }) => step),
    );
    const { steps, repaired } = current;
    current = {
      ...current,
      image,
      metrics: measureReference(image),
      steps: [...steps, ...plan.map(({ step }) => step.filterId)],
      repaired: CHECKS.filter((check) => repaired.includes(check) || plan.some((part) => part.check === check)),
    };
  }
  return current;
}
