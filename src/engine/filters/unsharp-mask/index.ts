import { defineFilter } from "../filter.ts";
import lines from "../shader/gaussian-lines.wgsl?raw";
import { control } from "./params.ts";
import { reference } from "./reference.ts";
import wgsl from "./unsharp-mask.wgsl?raw";

/** Steepens edges; leaves differences below the threshold alone. */
export const unsharpMask = defineFilter({
  ...control,
  wgsl: lines + wgsl,
  prepare: "pixels",
  reference,
});
