import type { PolicyMetric } from "../../../src/engine/quality/policy.ts";
import { CONDITIONS } from "../../degrade/conditions.ts";
import { type Cell, decimals, formatTable, percent } from "../../shared/table.ts";
import type { Figure } from "../summarise/bootstrap.ts";
import type { ConditionRow } from "../summarise/condition-row.ts";
import type { PolicyRow } from "../summarise/policy.ts";
import type { RepairEffect, RepairVerdict } from "../summarise/repairs.ts";
import type { Results } from "../summarise/results.ts";

/** A head and rows, before it is known where they are shown. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Every kind and strength: error, passed checks and coverage before and after. */
export function conditionTable({ conditions }: Results): Table {
  const head = [
    ...["damage", "strength", "planned", "MAE", "whole plan", "change", "kept repairs", "change"],
    ...["pass", "after", "coverage", "after"],
  ];
  return { head, rows: conditions.map(conditionCells) };
}

/** Each repair by itself, overall and per condition in which it was planned often enough. */
export function repairTable({ repairs }: Results): Table {
  const head = ["repair of", "damage", "samples", "MAE before", "after", "change", "decision"];
  return { head, rows: repairs.flatMap(repairCells) };
}

/** Rules of the policy. */
export function ruleTable({ policy }: Results): Table {
  const rows = policy.rules.map(({ check, metric, from, to, tailFactor }) => [
    METRIC_NAMES[metric],
    to === null ? `${from} and above` : `${from} to ${to}`,
    check,
    tailFactor === 0 ? "refuse" : `tails × ${tailFactor}`,
  ]);
  return { head: ["metric", "value", "named", "what follows"], rows };
}

/** The policy's effect per condition, on pictures that it was not made from. */
export function policyTable({ policyRows }: Results): Table {
  const head = ["damage", "strength", "refused", "MAE of answers", "coverage", "with policy", "width", "with policy"];
  return { head, rows: policyRows.map(policyCells) };
}

/** A table for the terminal. */
export function toText({ head, rows }: Table): string {
  return formatTable(head, rows);
}

/** A table for a Markdown document. */
export function toMarkdown({ head, rows }: Table): string {
  const line = (cells: readonly Cell[]) => `| ${cells.map((cell) => cell ?? "–").join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column < 2 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

const METRIC_NAMES: Readonly<Record<PolicyMetric, string>> = {
  sharpness: "sharpness",
  brightness: "brightness",
  contrast: "contrast",
  noise: "noise",
  clippedShadows: "share of lost shadows",
  clippedHighlights: "share of lost highlights",
  resolutionPx: "face side in pixels",
};

/** Rows of fewer samples are left out. */
const MIN_SAMPLES = 10;

function conditionCells({ condition, planned, before, whole, kept }: ConditionRow): Cell[] {
  return [
    ...[condition.label, condition.strengthLabel, percent(planned), decimals(before.mae)],
    ...[decimals(whole.mae), planned > 0 ? change(whole.change) : null],
    ...[decimals(kept.mae), planned > 0 ? change(kept.change) : null],
    ...[percent(before.pass), percent(whole.pass), percent(before.coverage), percent(kept.coverage)],
  ];
}

function repairCells({ check, decision, overall, byCondition }: RepairVerdict): Cell[][] {
  const perCondition = CONDITIONS.flatMap(({ id, label, strengthLabel }) => {
    const effect = byCondition[id];
    if (!effect || effect.samples < MIN_SAMPLES) return [];
    return [[check, `${label} ${strengthLabel}`.trim(), ...effectCells(effect), ""]];
  });
  return [[`**${check}**`, "**all**", ...effectCells(overall), `**${decision}**`], ...perCondition];
}

function effectCells({ samples, maeBefore, maeAfter, change: figure }: RepairEffect): Cell[] {
  return [samples, decimals(maeBefore), decimals(maeAfter), change(figure)];
}

function policyCells({ conditionId, refused, answered }: PolicyRow): Cell[] {
  const condition = CONDITIONS.find(({ id }) => id === conditionId);
  return [
    ...[condition?.label ?? conditionId, condition?.strengthLabel ?? "", percent(refused)],
    decimals(answered?.mae ?? null),
    ...[percent(answered?.coverageWithout ?? null), percent(answered?.coverage ?? null)],
    ...[decimals(answered?.widthWithout ?? null, 1), decimals(answered?.width ?? null, 1)],
  ];
}

/** For instance "−0.42 (−0.61 to −0.23)". */
function change(figure: Figure | null): string | null {
  return figure && `${signed(figure.value)} (${signed(figure.low)} to ${signed(figure.high)})`;
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  if (text === "0.00") return text;
  return value < 0 ? `−${text}` : `+${text}`;
}
