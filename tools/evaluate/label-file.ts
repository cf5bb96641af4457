import { readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import { ToolError } from "../shared/tool-error.ts";
import { AGE_GROUPS, parseGroup } from "./age-groups.ts";
import { ageLabel, type Label } from "./labels.ts";

const OLDEST_AGE = 130;
const NEEDED = "it needs “filename” and either “age” or “age_group”";

interface Row {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/**
 * Reads labels from a CSV file with a column `filename` and a column `age` (years) or `age_group` (see AGE_GROUPS; "more
 * than 70" is understood too). Where both exist, `age` counts. Further columns are ignored.
 *
 * @throws ToolError that names the file and the line.
 */
export function readLabelFile(path: string): Map<string, Label> {
  const rows = parseRows(path);
  const labels = new Map<string, Label>();
  for (const { record, info } of rows) {
    const where = `${path}, line ${info.lines}`;
    const filename = record.filename ?? "";
    if (filename === "") throw new ToolError(`${where}: the filename is empty; give each row one.`);
    if (labels.has(filename)) throw new ToolError(`${where}: ${filename} has a label already; keep one of its rows.`);
    labels.set(filename, record.age === undefined ? groupLabel(record.age_group, where) : parseAge(record.age, where));
  }
  return labels;
}

function parseRows(path: string): Row[] {
  try {
    return parse(readText(path), {
      columns: (head: string[]) => checkHead(head, path),
      bom: true,
      trim: true,
      info: true,
      skip_empty_lines: true,
    }) as unknown as Row[];
  } catch (error) {
    if (error instanceof CsvError) throw new ToolError(`${path} is not a valid CSV file: ${error.message}.`);
    throw error;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ToolError(`The label file ${path} cannot be read: pass an existing CSV file with --labels.`, {
      cause: error,
    });
  }
}

function checkHead(head: string[], path: string): string[] {
  if (head.includes("filename") && (head.includes("age") || head.includes("age_group"))) return head;
  throw new ToolError(`${path}, line 1: the columns are “${head.join("”, “")}”, but ${NEEDED}.`);
}

function parseAge(text: string, where: string): Label {
  const age = text === "" ? Number.NaN : Number(text);
  if (age >= 0 && age <= OLDEST_AGE) return ageLabel(age);
  throw new ToolError(`${where}: “${text}” is no age; write years from 0 to ${OLDEST_AGE}.`);
}

function groupLabel(text = "", where: string): Label {
  const group = parseGroup(text);
  if (group !== undefined) return { group };
  const names = AGE_GROUPS.map(({ name }) => name).join(", ");
  throw new ToolError(`${where}: “${text}” is no age group; use one of ${names}.`);
}
