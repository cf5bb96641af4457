import type { FilterId } from "../../../src/engine/filters/controls.ts";
import { applySteps, type FilterStep } from "../../../src/engine/filters/steps.ts";
import type { RgbImage } from "../../../src/engine/image/rgb-image.ts";
import type { FaceMetrics, PixelMetrics } from "../../../src/engine/metrics/metrics.ts";
import { measureReference } from "../../../src/engine/metrics/reference.ts";
import { BEFORE_ESTIMATE, FOR_THE_EYE } from "../../../src/engine/quality/policy.ts";
import {
  asFound,
  type Repairer,
  type RepairScope,
  repairedChecks,
  repairFaces,
} from "../../../src/engine/quality/repair.ts";
import type { Check } from "../../../src/engine/quality/verdict.ts";

/** A crop and what is known about it. */
export interface MeasuredCrop {
  readonly image: RgbImage;
  readonly metrics: FaceMetrics;
  /** Crop pixels per picture pixel. */
  readonly enlargement: number;
}

/** A crop after its plan. */
export interface RepairedCrop extends MeasuredCrop {
  readonly steps: readonly FilterId[];
  /** The checks for whose sake the steps were taken, in the order of CHECKS. */
  readonly repaired: readonly Check[];
}

/** Everything that the app does to a picture that it shows, in its order. */
const WHOLE_PLAN: readonly RepairScope[] = [BEFORE_ESTIMATE, FOR_THE_EYE];

/** Measures, plans and filters as the app does: within each scope in turn, the whole plan when none are given. */
export async function repair(crop: MeasuredCrop, scopes: readonly RepairScope[] = WHOLE_PLAN): Promise<RepairedCrop> {
  const filtered = new FilteredImage(crop.image);
  let face = { repair: asFound(crop.metrics), enlargement: crop.enlargement };
  for (const scope of scopes) [face = face] = await repairFaces([face], scope, filtered);
  const { steps, metrics } = face.repair;
  return {
    ...crop,
    image: filtered.image,
    metrics,
    steps: steps.map(({ filterId }) => filterId),
    repaired: repairedChecks(steps),
  };
}

/** One crop, filtered and measured by the reference code. */
class FilteredImage implements Repairer {
  image: RgbImage;

  constructor(image: RgbImage) {
    this.image = image;
  }

  async repair([plan = []]: readonly (readonly FilterStep[])[]): Promise<PixelMetrics[]> {
    this.image = applySteps(this.image, plan);
    return [measureReference(this.image)];
  }
}
