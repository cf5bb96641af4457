import type { TestFigures } from "../../../src/engine/api.ts";
import { headsOf } from "../../../src/engine/estimate/heads.ts";
import type { ModelEntry } from "../../../src/engine/estimate/manifest.ts";
import headKinds from "../../../src/engine/facts/head-kinds.json" with { type: "json" };
import type { Part } from "../markdown/parts.ts";
import { MANIFEST, readManifest } from "../site/manifest.ts";

/** One row for every model of the manifest, the default one first, with one column for every test set. */
export function modelTable(): Part {
  const { models, defaultModel } = readManifest();
  const sorted = [...models].sort((a, b) => Number(b.id === defaultModel) - Number(a.id === defaultModel));
  const sets = [...new Set(models.flatMap(({ metrics }) => metrics.map(({ set }) => set)))];
  const head = [
    "model",
    "version",
    "parameters",
    "download",
    ...sets.map((set) => `error on ${set}`),
    "says",
    "trained on",
    "licence",
  ];
  const rows = sorted.map((model) => row(model, sets, model.id === defaultModel));
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return { source: MANIFEST, markdown: lines.join("\n") };
}

/** A sentence about the model that is used unless another is chosen. */
export function defaultModel(): Part {
  const { models, defaultModel } = readManifest();
  const model = models.find(({ id }) => id === defaultModel);
  if (!model) throw new Error(`The manifest has no model ${defaultModel}.`);
  const size = `${count(model.parameters)} parameters, a download of ${megabytes(model)}`;
  const errors = model.metrics.map((figures) => `${figures.set}: ${figuresOf(figures).join(", ")}`).join("; ");
  const sentence = `The default model, [${model.id} ${model.version}](${model.card}), has ${size}. Measured: ${errors}.`;
  return { source: MANIFEST, markdown: sentence };
}

function row(model: ModelEntry, sets: readonly string[], isDefault: boolean): readonly string[] {
  return [
    `[${model.name}](${model.card})${isDefault ? ", the default" : ""}`,
    model.version,
    count(model.parameters),
    megabytes(model),
    ...sets.map((set) => figuresCell(model.metrics.find((figures) => figures.set === set))),
    headsOf(model.head)
      .map(({ kind }) => headKinds.kinds[kind].title)
      .join(" and "),
    model.trainingData,
    model.licence,
  ];
}

/** Figures below each other, none of them broken in two. */
function figuresCell(figures: TestFigures | undefined): string {
  if (!figures) return "–";
  return figuresOf(figures)
    .map((figure) => figure.replaceAll(" ", "\u00a0"))
    .join("<br>");
}

/** All figures that were published of one test set. */
function figuresOf(figures: TestFigures): readonly string[] {
  const { images, mae, intervalCoverage, accuracy, auc, genderAccuracy, genderAuc } = figures;
  const all = [
    mae !== null && `${mae.toFixed(2)}\u00a0years`,
    intervalCoverage !== null && `${percent(intervalCoverage)} inside the interval`,
    accuracy !== undefined && `${percent(accuracy)} right group`,
    auc !== undefined && `AUC\u00a0${auc.toFixed(3)}`,
    genderAccuracy !== undefined && `${percent(genderAccuracy)} right gender`,
    genderAuc !== undefined && `AUC of gender ${genderAuc.toFixed(3)}`,
    `${count(images)} pictures`,
  ];
  return all.filter((figure) => figure !== false);
}

function count(number: number): string {
  return number.toLocaleString("en");
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}\u00a0%`;
}

function megabytes({ topology, weights }: ModelEntry): string {
  return `${((topology.bytes + weights.bytes) / 1e6).toFixed(2)}\u00a0MB`;
}
