import { completeParams, type Filter, type FilterParams, offParams } from "../filter.ts";

/** Parameter sets that every filter must survive: off, defaults, everything at its most, everything at its least. */
export function contractParams(filter: Filter): FilterParams[] {
  const every = (pick: "min" | "max") =>
    Object.fromEntries(Object.entries(filter.params).map(([name, range]) => [name, range[pick]]));
  return [offParams(filter), completeParams(filter), every("max"), every("min")];
}
