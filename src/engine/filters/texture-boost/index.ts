import { defineFilter } from "../filter.ts";
import { control, GRAIN_SIGMA } from "./params.ts";
import { reference } from "./reference.ts";
import wgsl from "./texture-boost.wgsl?raw";

/** Brings out relief between the size of a pixel and that of a feature, such as wrinkles. */
export const textureBoost = defineFilter({
  ...control,
  wgsl: `const GRAIN_SIGMA = ${GRAIN_SIGMA};\n${wgsl}`,
  prepare: "pixels",
  reference,
});
