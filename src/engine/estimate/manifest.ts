import * as v from "valibot";
import type { TestFigures } from "../api.ts";
import { EngineError } from "../errors.ts";
import { type Calibration, calibration } from "./calibration.ts";
import { kindOf } from "./heads/registry.ts";
import { ageHeadOf, genderHeadOf, type Head, head } from "./heads.ts";

const unit = v.pipe(v.number(), v.minValue(-1), v.maxValue(2));
const point = v.tuple([unit, unit]);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const positive = v.pipe(v.number(), v.gtValue(0));
const channels = v.tuple([v.number(), v.number(), v.number()]);

const file = v.object({
  /** Relative to the manifest. */
  path: v.pipe(v.string(), v.regex(/^[\w-]+(\/[\w.-]+)*$/)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

const template = v.object({
  points: v.object({ rightEye: point, leftEye: point, nose: point, mouth: point }),
  box: v.object({ centre: point, side: positive }),
  maxResidual: positive,
});

/** Figures of one test set; `published` of facts/figures.json says which measured figures they are. */
export const testFigures = v.object({
  set: v.string(),
  images: v.pipe(v.number(), v.integer()),
  mae: v.nullable(v.number()),
  intervalCoverage: v.nullable(share),
  accuracy: v.optional(share),
  auc: v.optional(share),
  genderAccuracy: v.optional(share),
  genderAuc: v.optional(share),
} satisfies Record<keyof TestFigures, unknown>);

const modelFields = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
  name: v.string(),
  version: v.string(),
  topology: file,
  weights: file,
  parameters: v.pipe(v.number(), v.integer(), v.maxValue(999_999)),
  input: v.object({
    /** Side of the square crop in pixels. */
    size: v.pipe(v.number(), v.integer(), v.minValue(16), v.maxValue(512)),
    colour: v.literal("RGB"),
    /** Per channel, in units of 0…255: the network sees (pixel − mean) / standardDeviation. */
    mean: channels,
    standardDeviation: channels,
  }),
  alignment: template,
  head,
  /** How a posterior becomes one age; the median when left out. */
  decode: v.optional(v.picklist(["median", "mean"])),
  /** Of every model that says an age. */
  calibration: v.optional(calibration),
  metrics: v.array(testFigures),
  trainingData: v.string(),
  licence: v.string(),
  card: v.string(),
});

const model = v.pipe(
  modelFields,
  v.forward(
    v.check(
      ({ head, calibration }) => ageHeadOf(head) === undefined || calibration !== undefined,
      "a model that says an age needs a calibration",
    ),
    ["calibration"],
  ),
  v.forward(
    v.check(
      ({ head, calibration }) => !saysYears(head) || calibration?.spread !== undefined,
      "a regression needs the spread of its errors",
    ),
    ["calibration"],
  ),
);

const manifest = v.object({
  formatVersion: v.literal(1),
  detector: v.object({
    ...file.entries,
    licence: v.string(),
    /** The same network for TensorFlow.js, for browsers in which MediaPipe cannot start. */
    graph: v.object({ topology: file, weights: file }),
  }),
  defaultModel: v.string(),
  models: v.pipe(v.array(model), v.minLength(1)),
});

/** What public/models/manifest.json says: the detector and every age model, with all that is needed to use them. */
export type Manifest = v.InferOutput<typeof manifest>;
/** One model of the manifest. */
export type ModelEntry = v.InferOutput<typeof model>;
/** A model that says an age. */
export type AgeModelEntry = ModelEntry & { readonly calibration: Calibration };
/** A file of the manifest, with its size in bytes and its SHA-256. */
export type FileEntry = v.InferOutput<typeof file>;

/**
 * Checks and types the manifest.
 *
 * @throws EngineError `manifest-invalid`, naming the first field that is wrong.
 */
export function parseManifest(data: unknown): Manifest {
  const result = v.safeParse(manifest, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = v.getDotPath(issue) ?? "its top level";
  throw new EngineError("manifest-invalid", `The list of models is not usable: ${where} – ${issue.message}.`);
}

/**
 * The age model `id`, or the default one.
 *
 * @throws EngineError `unknown-model`, also for a model that says no age.
 */
export function findModel(manifest: Manifest, id = manifest.defaultModel): AgeModelEntry {
  const withAge = manifest.models.filter(isAgeModel);
  const found = withAge.find((entry) => entry.id === id);
  if (found) return found;
  const known = withAge.map((entry) => entry.id).join(", ");
  throw new EngineError("unknown-model", `There is no age model “${id}”; choose one of: ${known}.`);
}

function saysYears(head: Head): boolean {
  const age = ageHeadOf(head);
  return age !== undefined && kindOf(age).output === "years";
}

function isAgeModel(model: ModelEntry): model is AgeModelEntry {
  return ageHeadOf(model.head) !== undefined && model.calibration !== undefined;
}

/** The first model that says an apparent gender and nothing else, else the first that says one at all. */
export function findGenderModel({ models }: Manifest): ModelEntry | undefined {
  return (
    models.find(({ head }) => genderHeadOf(head) && !ageHeadOf(head)) ?? models.find(({ head }) => genderHeadOf(head))
  );
}
