import type { Filter } from "./filter.ts";
import { FILTER_IDS, FILTERS, type FilterId } from "./registry.ts";

/** What an interface needs to offer a filter: its name, its sliders, and the setting that switches it off. */
export type FilterControl = Pick<Filter, "label" | "params" | "off">;

/** The controls of every filter, in the registry's order. */
export const FILTER_CONTROLS = Object.fromEntries(
  FILTER_IDS.map((id) => {
    const { label, params, off }: Filter = FILTERS[id];
    return [id, { label, params, off }];
  }),
) as Record<FilterId, FilterControl>;
