import { defineFilter } from "../filter.ts";
import { control } from "./params.ts";
import { reference } from "./reference.ts";
import wgsl from "./resample.wgsl?raw";

/** Shows the face as if it had fewer pixels, enlarged by the method of choice. */
export const resample = defineFilter({
  ...control,
  wgsl,
  prepare: "pixels",
  reference,
});
