import { defineFilter } from "../filter.ts";
import wgsl from "./high-pass.wgsl?raw";
import { control } from "./params.ts";
import { reference } from "./reference.ts";

/** Sharpens the finest detail, grain included. */
export const highPass = defineFilter({
  ...control,
  wgsl,
  reference,
});
