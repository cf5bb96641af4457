import { defineFilter } from "../filter.ts";
import wgsl from "./gamma.wgsl?raw";
import { control } from "./params.ts";
import { reference } from "./reference.ts";

/** Brightens or darkens the middle tones; black and white stay. */
export const gamma = defineFilter({
  ...control,
  wgsl,
  reference,
});
