import { defineFilter } from "../filter.ts";
import wgsl from "./clahe.wgsl?raw";
import { control, TILES } from "./params.ts";
import { reference } from "./reference.ts";

/** Spreads brightness region by region and keeps noise in flat regions down. */
export const clahe = defineFilter({
  ...control,
  wgsl: `const TILES = ${TILES};\n${wgsl}`,
  prepare: { tables: TILES * TILES },
  reference,
});
