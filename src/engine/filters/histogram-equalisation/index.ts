import { defineFilter } from "../filter.ts";
import wgsl from "./histogram-equalisation.wgsl?raw";
import { control } from "./params.ts";
import { reference } from "./reference.ts";

/** Spreads brightness over the whole range. */
export const histogramEqualisation = defineFilter({
  ...control,
  wgsl,
  prepare: { tables: 1 },
  reference,
});
