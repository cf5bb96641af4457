import { kindOf } from "../../src/engine/estimate/heads/registry.ts";
import { headsOf } from "../../src/engine/estimate/heads.ts";
import type { ModelEntry, TestFigures } from "../../src/engine/estimate/manifest.ts";
import type { ExportDescription } from "./export.ts";
import type { PrecisionFigures } from "./precision.ts";

type Section = ExportDescription["metrics"]["overall"];

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
 * The measured figures of a network, those of all its heads together; the first head's are those of the weights as they
 * are downloaded.
 */
export function figuresOf({ head, metrics }: ExportDescription, asStored: PrecisionFigures): TestFigures {
  const sections = headsOf(head).map((single) => ({
    figures: kindOf(single).figures,
    overall: (metrics.heads?.[single.name ?? ""] ?? metrics).overall,
  }));
  const [first] = sections;
  if (first) first.overall = { ...first.overall, ...withValues(asStored) };
  const found = (wanted: (typeof sections)[number]["figures"]): Partial<Section> =>
    sections.find(({ figures }) => figures === wanted)?.overall ?? {};
  const [years, groups, gender] = [found("years"), found("groups"), found("gender")];
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

function withValues({ mae, coverage, accuracy }: PrecisionFigures): Partial<Section> {
  const known = Object.entries({ mae, coverage, accuracy }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known.map(([name, value]) => [name, { value }]));
}

function optional<K extends string>(key: K, value: number | undefined): { [P in K]?: number } {
  const rounded = round(value);
  return (rounded === undefined ? {} : { [key]: rounded }) as { [P in K]?: number };
}

function round(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(3));
}
