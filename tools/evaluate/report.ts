import { stringify } from "csv-stringify/sync";
import type { EngineInfo } from "../../src/engine/index.ts";
import { mean } from "../shared/averages.ts";
import { decimals, formatTable, percent } from "../shared/table.ts";
import { AGE_GROUPS, groupOfAge } from "./age-groups.ts";
import { type Figures, figuresByBand, figuresOf } from "./figures.ts";
import { labelText } from "./labels.ts";
import type { Prediction } from "./prediction.ts";

/** Contents of report.json. */
export interface Report extends Figures {
  readonly msPerImage: number | null;
  readonly byBand: Record<string, Figures> | null;
  readonly model: string;
  readonly backend: string;
}

/** All figures of one run. */
export function reportOf(predictions: readonly Prediction[], { modelId, backend }: EngineInfo): Report {
  return {
    ...figuresOf(predictions),
    msPerImage: mean(predictions.flatMap((prediction) => ("ms" in prediction ? [prediction.ms] : []))),
    byBand: figuresByBand(predictions),
    model: modelId,
    backend,
  };
}

const FIGURE_HEAD = ["ages", "images", "missed", "MAE", "bias", "CS5", "group", "±1 group", "distance", "coverage"];

/** The report for people: one row per age group and one for all. */
export function reportTable(report: Report): string {
  const bands = Object.entries(report.byBand ?? {}).map(([name, figures]) => figureRow(name, figures));
  const table = formatTable(FIGURE_HEAD, [...bands, figureRow("all", report)]);
  return `${table}\n\n${report.model} on ${report.backend}, ${decimals(report.msPerImage, 1) ?? "–"} ms per picture`;
}

function figureRow(name: string, figures: Figures) {
  return [
    name,
    figures.images,
    figures.missed,
    decimals(figures.mae),
    decimals(figures.bias),
    percent(figures.cs5),
    percent(figures.groupAccuracy),
    percent(figures.withinOneGroup),
    decimals(figures.groupDistance),
    percent(figures.intervalCoverage),
  ];
}

const PREDICTION_COLUMNS = [
  ...["filename", "faces", "status", "years", "low", "high", "label", "group", "estimatedGroup", "error", "ms"],
  ...["boxX", "boxY", "boxWidth", "boxHeight", "score", "reason"],
];

/**
 * predictions.csv: one row per picture. `error` is years − label, `box…` is in pixels of the picture as distributed,
 * `reason` says why a face was refused or a picture could not be read.
 */
export function predictionsCsv(predictions: readonly Prediction[]): string {
  return stringify(predictions.map(predictionRecord), { header: true, columns: PREDICTION_COLUMNS });
}

function predictionRecord(prediction: Prediction): Record<string, string | number | undefined> {
  const { filename, label, status } = prediction;
  return {
    filename,
    status,
    label: label && labelText(label),
    group: label?.group === undefined ? undefined : AGE_GROUPS[label.group]?.name,
    ...("faces" in prediction && { faces: prediction.faces, ms: prediction.ms.toFixed(1) }),
    ...("box" in prediction && boxRecord(prediction)),
    ...(prediction.status === "estimated" && estimateRecord(prediction.estimate, label?.years)),
    ...("reason" in prediction && { reason: prediction.reason }),
  };
}

function estimateRecord({ years, low, high }: { years: number; low: number; high: number }, age: number | undefined) {
  return {
    years: years.toFixed(2),
    low: low.toFixed(2),
    high: high.toFixed(2),
    estimatedGroup: AGE_GROUPS[groupOfAge(years)]?.name,
    error: age === undefined ? undefined : (years - age).toFixed(2),
  };
}

function boxRecord({ box, score }: Extract<Prediction, { box: unknown }>) {
  return {
    boxX: box.x.toFixed(1),
    boxY: box.y.toFixed(1),
    boxWidth: box.width.toFixed(1),
    boxHeight: box.height.toFixed(1),
    score: score.toFixed(3),
  };
}
