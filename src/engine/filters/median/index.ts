import { defineFilter } from "../filter.ts";
import wgsl from "./median.wgsl?raw";
import { params } from "./params.ts";
import { reference } from "./reference.ts";

/** Removes single wrong pixels and keeps edges. */
export const median = defineFilter({
  label: "Median",
  params,
  off: { param: "radius", value: 0 },
  wgsl,
  reference,
});
