import { defineFilter } from "../filter.ts";
import wgsl from "./auto-gamma.wgsl?raw";
import { control } from "./params.ts";
import { reference } from "./reference.ts";

/** Brings the mean brightness towards a target. */
export const autoGamma = defineFilter({
  ...control,
  wgsl,
  prepare: { tables: 1 },
  reference,
});
