import type { ModelEntry, TestFigures } from "../../src/engine/estimate/manifest.ts";
import type { ExportDescription } from "./export.ts";
import { headsOf } from "./heads.ts";
import type { Precisions } from "./precision.ts";

type Section = ExportDescription["metrics"]["overall"];
type StoredFigures = Pick<Precisions["variants"]["float32"], "mae" | "coverage" | "accuracy">;

/** How the app reads the network's outputs, as fields of its manifest entry. */
export function readingFields({
  head,
  decode,
  calibration,
}: ExportDescription): Partial<ModelEntry> & Pick<ModelEntry, "head"> {
  return {
    head,
    ...(decode && decode !== "direct" && { decode }),
    ...(calibration && { calibration }),
  };
}

/**
 * The measured figures of a network, those of all its heads together.
 *
 * @param stored what `agelens precision` measured of the first head with the weights as they are downloaded.
 */
export function figuresOf({ head, metrics }: ExportDescription, stored: StoredFigures): TestFigures {
  const sections = headsOf(head).map(({ kind, name }, index) => ({
    kind,
    overall: { ...(metrics.heads?.[name ?? ""] ?? metrics).overall, ...(index === 0 && wrapped(stored)) },
  }));
  const found = (isWanted: (kind: string) => boolean): Partial<Section> =>
    sections.find(({ kind }) => isWanted(kind))?.overall ?? {};
  const years = found((kind) => kind !== "gender" && kind !== "age-groups");
  const groups = found((kind) => kind === "age-groups");
  const gender = found((kind) => kind === "gender");
  return {
    set: metrics.set,
    images: metrics.overall.n,
    mae: round(years.mae?.value) ?? null,
    intervalCoverage: round(years.coverage?.value) ?? null,
    ...optional("accuracy", groups.accuracy?.value),
    ...optional("auc", groups.auc?.value),
    ...optional("genderAccuracy", gender.accuracy?.value),
    ...optional("genderAuc", gender.auc?.value),
  };
}

function wrapped({ mae, coverage, accuracy }: StoredFigures): Partial<Section> {
  return {
    ...(mae !== undefined && { mae: { value: mae } }),
    ...(coverage !== undefined && { coverage: { value: coverage } }),
    ...(accuracy !== undefined && { accuracy: { value: accuracy } }),
  };
}

function optional<K extends string>(key: K, value: number | undefined): { [P in K]?: number } {
  const rounded = round(value);
  return (rounded === undefined ? {} : { [key]: rounded }) as { [P in K]?: number };
}

function round(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(3));
}
