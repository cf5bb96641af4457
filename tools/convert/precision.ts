import { existsSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import files from "../../src/engine/facts/files.json" with { type: "json" };
import { readJson } from "./export.ts";

const stored = v.variant("dtype", [
  v.object({ dtype: v.literal("float32") }),
  v.object({ dtype: v.literal("float16") }),
  v.object({ dtype: v.literal("uint8"), min: v.number(), scale: v.number() }),
]);

const figures = v.object({
  bytes: v.number(),
  lost: v.number(),
  mae: v.optional(v.number()),
  coverage: v.optional(v.number()),
  accuracy: v.optional(v.number()),
});

/** How each weight is written, by the weight's name in the export. */
const storage = v.record(v.string(), stored);

/** The precisions of facts/files.json, in its order. */
export const PRECISIONS = ["float32", "float16", "uint8"] as const;

/** What `agelens precision` measured and chose. */
const precisionFile = v.object({
  chosen: v.picklist(PRECISIONS),
  variants: v.object({ float32: figures, float16: figures, uint8: figures }),
  weights: v.object({ float32: storage, float16: storage, uint8: storage }),
});

export type Stored = v.InferOutput<typeof stored>;
export type Storage = v.InferOutput<typeof storage>;
export type PrecisionFigures = v.InferOutput<typeof figures>;
export type Precision = (typeof PRECISIONS)[number];
export type Precisions = v.InferOutput<typeof precisionFile>;

/** Reads precision.json of an exported folder. */
export function readPrecisions(folder: string): Precisions {
  const path = join(folder, files.exported.precision);
  if (!existsSync(path)) throw new Error(`${path} is missing; make it with \`agelens precision\`.`);
  return readJson(path, precisionFile);
}
