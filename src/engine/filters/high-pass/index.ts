import { defineFilter } from "../filter.ts";
import wgsl from "./high-pass.wgsl?raw";
import { params } from "./params.ts";
import { reference } from "./reference.ts";

/** Sharpens the finest detail, grain included. */
export const highPass = defineFilter({
  label: "High-pass sharpening",
  params,
  off: { param: "amount", value: 0 },
  wgsl,
  reference,
});
