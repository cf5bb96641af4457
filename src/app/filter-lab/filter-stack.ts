import { FILTER_CONTROLS, type FilterId, type FilterStep } from "../../engine/index.ts";

/** Every filter, in the order in which they are applied. */
export const FILTER_IDS = Object.keys(FILTER_CONTROLS) as FilterId[];

/** Filters that someone chose: each at most once, in the order of FILTER_IDS, with all of their parameters. */
export type FilterStack = readonly FilterStep[];

/** Adds a filter with its usual settings, or takes it away. */
export function toggleFilter(stack: FilterStack, filterId: FilterId): FilterStack {
  if (stack.some((step) => step.filterId === filterId)) return stack.filter((step) => step.filterId !== filterId);
  return [...stack, { filterId, params: usualParams(filterId) }].sort(
    (a, b) => FILTER_IDS.indexOf(a.filterId) - FILTER_IDS.indexOf(b.filterId),
  );
}

/** Changes one parameter of a filter in the stack. */
export function setParam(stack: FilterStack, filterId: FilterId, param: string, value: number): FilterStack {
  return stack.map((step) =>
    step.filterId === filterId ? { filterId, params: { ...step.params, [param]: value } } : step,
  );
}

function usualParams(filterId: FilterId): Record<string, number> {
  const ranges = Object.entries(FILTER_CONTROLS[filterId].params);
  return Object.fromEntries(ranges.map(([param, range]) => [param, range.default]));
}
