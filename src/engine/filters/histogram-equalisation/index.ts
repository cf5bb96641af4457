import { defineFilter } from "../filter.ts";
import wgsl from "./histogram-equalisation.wgsl?raw";
import { params } from "./params.ts";
import { reference } from "./reference.ts";

/** Spreads brightness over the whole range. */
export const histogramEqualisation = defineFilter({
  label: "Histogram equalisation",
  params,
  off: { param: "strength", value: 0 },
  wgsl,
  prepare: { tables: 1 },
  reference,
});
