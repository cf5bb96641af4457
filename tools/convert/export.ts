import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { calibration } from "../../src/engine/estimate/calibration.ts";
import { head } from "../../src/engine/estimate/heads.ts";
import files from "../../src/engine/facts/files.json" with { type: "json" };
import { type FloatTensor, readSafetensors } from "./safetensors.ts";
import { type NetworkSpec, networkSpec } from "./spec.ts";

const { exported: EXPORTED } = files;

const point = v.tuple([v.number(), v.number()]);
const figure = v.nullish(v.object({ value: v.number() }));
/** Figures of one head by the names of facts/figures.json. */
const section = v.object({
  overall: v.pipe(
    v.objectWithRest({ n: v.number() }, figure),
    v.transform(({ n, ...figures }) => ({ n, figures })),
  ),
});

/** What `agelens export` says about a network besides its weights. */
const exportDescription = v.object({
  id: v.string(),
  parameters: v.number(),
  input: v.object({
    size: v.number(),
    colour: v.literal("RGB"),
    mean: v.tuple([v.number(), v.number(), v.number()]),
    std: v.tuple([v.number(), v.number(), v.number()]),
  }),
  template: v.object({
    points: v.object({ rightEye: point, leftEye: point, nose: point, mouth: point }),
    box: v.object({ centre: point, side: v.number() }),
    maxResidual: v.number(),
  }),
  head,
  /** Of heads over ages; "direct" is a regression. */
  decode: v.optional(v.picklist(["median", "mean", "direct"])),
  calibration: v.optional(calibration),
  metrics: v.object({ set: v.string(), ...section.entries, heads: v.optional(v.record(v.string(), section)) }),
  training: v.object({ data: v.string(), licence: v.string() }),
});

export type ExportDescription = v.InferOutput<typeof exportDescription>;

/** A network as it leaves Python. */
export interface NetworkExport {
  readonly description: ExportDescription;
  readonly spec: NetworkSpec;
  readonly weights: Map<string, FloatTensor>;
  /** Biases that take the place of the others when weights have eight bits. */
  readonly uint8Biases: Map<string, FloatTensor>;
}

/**
 * Reads the folder that `agelens export` wrote.
 *
 * @throws Error naming the file and field that is missing or wrong.
 */
export function readExport(folder: string): NetworkExport {
  return {
    description: readJson(join(folder, EXPORTED.description), exportDescription),
    spec: readJson(join(folder, EXPORTED.spec), networkSpec),
    weights: readTensors(join(folder, EXPORTED.weights)),
    uint8Biases: readTensors(join(folder, EXPORTED.uint8Biases)),
  };
}

/** The tensors of a file; none where there is no such file. */
function readTensors(path: string): Map<string, FloatTensor> {
  return existsSync(path) ? readSafetensors(readFileSync(path)) : new Map();
}

/** Reads and checks a JSON file. */
export function readJson<S extends v.GenericSchema>(path: string, schema: S): v.InferOutput<S> {
  const result = v.safeParse(schema, JSON.parse(readFileSync(path, "utf8")));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${path}: ${v.getDotPath(issue) ?? "top level"} – ${issue.message}.`);
}
