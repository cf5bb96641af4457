import { defineFilter } from "../filter.ts";
import wgsl from "./bilateral.wgsl?raw";
import { params } from "./params.ts";
import { reference } from "./reference.ts";

/** Smooths grain and keeps edges. */
export const bilateral = defineFilter({
  label: "Bilateral",
  params,
  off: { param: "sigmaColour", value: 0 },
  wgsl,
  reference,
});
