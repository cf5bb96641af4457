import { defineFilter } from "../filter.ts";
import lines from "../shader/gaussian-lines.wgsl?raw";
import wgsl from "./gaussian.wgsl?raw";
import { params } from "./params.ts";
import { reference } from "./reference.ts";

/** Softens everything: grain, pores and edges alike. */
export const gaussian = defineFilter({
  label: "Gaussian blur",
  params,
  off: { param: "sigma", value: 0 },
  wgsl: lines + wgsl,
  prepare: "pixels",
  reference,
});
