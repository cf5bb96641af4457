import type { TestFigures } from "../../src/engine/api.ts";
import { kindOf } from "../../src/engine/estimate/heads/registry.ts";
import { headsOf } from "../../src/engine/estimate/heads.ts";
import type { ModelEntry } from "../../src/engine/estimate/manifest.ts";
import names from "../../src/engine/facts/figures.json" with { type: "json" };
import type { ExportDescription } from "./export.ts";
import type { PrecisionFigures } from "./precision.ts";

type Figures = ExportDescription["metrics"]["overall"]["figures"];

const DECIMALS = 3;

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
    measured: (metrics.heads?.[single.name ?? ""] ?? metrics).overall.figures,
  }));
  const [first] = sections;
  if (first) first.measured = { ...first.measured, ...withValues(asStored) };
  const published = sections.flatMap(({ figures, measured }) =>
    Object.entries(names.published[figures]).flatMap(([name, from]) => {
      const value = measured[from]?.value;
      return value === undefined ? [] : [[name, Number(value.toFixed(DECIMALS))] as const];
    }),
  );
  return {
    set: metrics.set,
    images: metrics.overall.n,
    mae: null,
    intervalCoverage: null,
    ...Object.fromEntries(published),
  };
}

function withValues({ mae, coverage, accuracy }: PrecisionFigures): Figures {
  const given = Object.entries({ mae, coverage, accuracy });
  return Object.fromEntries(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, { value }]])));
}
