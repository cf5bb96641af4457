import { stringify } from "csv-stringify/sync";
import type { ConditionRow, Outcome } from "../summarise/condition-row.ts";

/** results.csv: one row per kind and strength, as in the table of the documentation. */
export function resultsCsv(rows: readonly ConditionRow[]): string {
  return stringify(rows.map(record), { header: true });
}

function record({ condition, samples, planned, before, whole, kept }: ConditionRow): Record<string, string | number> {
  return {
    kind: condition.kind ?? condition.id,
    strength: condition.strength,
    samples,
    planned: planned.toFixed(4),
    ...named("before", before),
    ...named("whole", whole),
    ...named("kept", kept),
  };
}

function named(name: string, { mae, change, pass, coverage }: Outcome): Record<string, string> {
  const figures = { mae, change: change?.value, changeLow: change?.low, changeHigh: change?.high, pass, coverage };
  return Object.fromEntries(
    Object.entries(figures).map(([figure, value]) => [`${name}_${figure}`, value?.toFixed(4) ?? ""]),
  );
}
