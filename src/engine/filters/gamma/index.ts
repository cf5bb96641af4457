import { defineFilter } from "../filter.ts";
import wgsl from "./gamma.wgsl?raw";
import { params } from "./params.ts";
import { reference } from "./reference.ts";

/** Brightens or darkens the middle tones; black and white stay. */
export const gamma = defineFilter({
  label: "Gamma",
  params,
  off: { param: "gamma", value: 1 },
  wgsl,
  reference,
});
