import { defineFilter } from "../filter.ts";
import wgsl from "./median.wgsl?raw";
import { control } from "./params.ts";
import { reference } from "./reference.ts";

/** Removes single wrong pixels and keeps edges. */
export const median = defineFilter({
  ...control,
  wgsl,
  reference,
});
