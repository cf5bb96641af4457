import pixels from "../image/pixels.wgsl?raw";
import type { Filter } from "./filter.ts";
import applyMain from "./shader/apply.wgsl?raw";
import preparePixelsMain from "./shader/prepare-pixels.wgsl?raw";
import prepareTablesMain from "./shader/prepare-tables.wgsl?raw";
import scratchAccess from "./shader/scratch.wgsl?raw";
import sourceAccess from "./shader/source.wgsl?raw";

/** The shader that fills scratch memory. Binds source, params, scratch. */
export function prepareShader(filter: Filter): string {
  const main = filter.prepare === "pixels" ? preparePixelsMain : prepareTablesMain;
  return [declarations(filter), binding(2, "scratch", "read_write"), scratchAccess, filter.wgsl, main].join("\n");
}

/** The shader that writes the filtered picture. Binds source, params, filtered and, where it was prepared, scratch. */
export function applyShader(filter: Filter): string {
  const scratch = filter.prepare ? [binding(3, "scratch", "read_write"), scratchAccess] : [];
  return [declarations(filter), binding(2, "filtered", "read_write"), ...scratch, filter.wgsl, applyMain].join("\n");
}

/** Source, `Params` with the parameters in their order in the registry, and whether the filter is off for a face. */
function declarations(filter: Filter): string {
  const fields = Object.keys(filter.params).map((name) => `${name}: f32,`);
  return [
    pixels,
    binding(0, "source", "read"),
    `struct Params { ${fields.join(" ")} }`,
    "@group(0) @binding(1) var<storage, read> params: array<Params>;",
    `fn isOff(face: u32) -> bool { return params[face].${filter.off.param} == ${filter.off.value}; }`,
    sourceAccess,
  ].join("\n");
}

function binding(index: number, name: string, access: "read" | "read_write"): string {
  return `@group(0) @binding(${index}) var<storage, ${access}> ${name}: array<f32>;`;
}
