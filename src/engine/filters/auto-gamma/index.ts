import { defineFilter } from "../filter.ts";
import wgsl from "./auto-gamma.wgsl?raw";
import { params } from "./params.ts";
import { reference } from "./reference.ts";

/** Brings the mean brightness towards a target. */
export const autoGamma = defineFilter({
  label: "Automatic gamma",
  params,
  off: { param: "strength", value: 0 },
  wgsl,
  prepare: { tables: 1 },
  reference,
});
