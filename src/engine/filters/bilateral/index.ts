import { defineFilter } from "../filter.ts";
import wgsl from "./bilateral.wgsl?raw";
import { control } from "./params.ts";
import { reference } from "./reference.ts";

/** Smooths grain and keeps edges. */
export const bilateral = defineFilter({
  ...control,
  wgsl,
  reference,
});
