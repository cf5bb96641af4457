import { defineFilter } from "../filter.ts";
import { params } from "./params.ts";
import { reference } from "./reference.ts";
import wgsl from "./resample.wgsl?raw";

/** Interpolates anew what was enlarged from a small face, or shows the face as if it were smaller. */
export const resample = defineFilter({
  label: "Resampling",
  params,
  off: { param: "factor", value: 1 },
  wgsl,
  prepare: "pixels",
  reference,
});
