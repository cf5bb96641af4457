import { defineFilter } from "../filter.ts";
import lines from "../shader/gaussian-lines.wgsl?raw";
import wgsl from "./gaussian.wgsl?raw";
import { control } from "./params.ts";
import { reference } from "./reference.ts";

/** Softens everything: grain, pores and edges alike. */
export const gaussian = defineFilter({
  ...control,
  wgsl: lines + wgsl,
  prepare: "pixels",
  reference,
});
