import type { RgbImage } from "../image/rgb-image.ts";
import type { Workspace } from "../image/workspace.ts";
import { FILTER_IDS, type FilterId } from "./controls.ts";
import { completeParams, type FilterParams, offParams } from "./filter.ts";
import { FILTERS } from "./registry.ts";

/** One filter of one face's plan; what `params` leaves out takes its default. */
export interface FilterStep {
  readonly filterId: FilterId;
  readonly params: FilterParams;
}

/** One filter for all faces of a batch, with the parameters of each; faces that need nothing have it off. */
export interface BatchStep {
  readonly filterId: FilterId;
  readonly paramsPerFace: readonly FilterParams[];
}

/**
 * Applies steps in their order on the CPU. A result in a given `workspace` stays until steps are applied there again.
 */
export function applySteps(image: RgbImage, steps: readonly FilterStep[], workspace?: Workspace): RgbImage {
  return steps.reduce((current, { filterId, params }) => {
    const filter = FILTERS[filterId];
    return filter.reference(current, completeParams(filter, params), workspace);
  }, image);
}

/** Steps of a single face, in their own order. */
export function batchSteps(steps: readonly FilterStep[]): BatchStep[] {
  return steps.map(({ filterId, params }) => ({
    filterId,
    paramsPerFace: [completeParams(FILTERS[filterId], params)],
  }));
}

/**
 * Brings the plans of a batch's faces together: one step per filter that any face needs, in the registry's order.
 *
 * Each plan uses a filter at most once and has the registry's order, as planRepair makes them.
 */
export function mergePlans(plans: readonly (readonly FilterStep[])[]): BatchStep[] {
  const needed = FILTER_IDS.filter((id) => plans.some((plan) => plan.some((step) => step.filterId === id)));
  return needed.map((filterId) => {
    const filter = FILTERS[filterId];
    const paramsPerFace = plans.map((plan) => {
      const step = plan.find((candidate) => candidate.filterId === filterId);
      return step ? completeParams(filter, step.params) : offParams(filter);
    });
    return { filterId, paramsPerFace };
  });
}
