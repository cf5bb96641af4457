import { defineFilter } from "../filter.ts";
import lines from "../shader/gaussian-lines.wgsl?raw";
import { params } from "./params.ts";
import { reference } from "./reference.ts";
import wgsl from "./unsharp-mask.wgsl?raw";

/** Steepens edges; leaves differences below the threshold alone. */
export const unsharpMask = defineFilter({
  label: "Unsharp mask",
  params,
  off: { param: "amount", value: 0 },
  wgsl: lines + wgsl,
  prepare: "pixels",
  reference,
});
