import { readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import { ToolError } from "../shared/tool-error.ts";
import {
  type Ages,
  type Classes,
  COLUMN_NAMES,
  type Column,
  exactAge,
  isUnknown,
  parseAges,
  plain,
} from "./label-words.ts";

/** How to read: the table's names of our columns, and names of classes with their ages, both included. */
export interface Reading {
  readonly columns: Readonly<Record<string, string>>;
  readonly classes: Classes;
}

/** One line of a table; `ages` is the reason where they cannot be read. */
export interface Row {
  readonly line: number;
  readonly filename: string;
  readonly ages: Ages | string;
}

type Cells = ReadonlyMap<Column, string>;

const SEPARATORS = [",", ";", "\t"] as const;
const AGE_COLUMNS: readonly Column[] = ["age", "age_group", "age_low", "apparent_age"];

/**
 * Reads every line of a label table that says anything.
 *
 * @throws ToolError where the table as a whole cannot be read.
 */
export function readRows(path: string, reading: Reading): Row[] {
  const text = readText(path);
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const first = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("sep="));
  if (first === -1) throw new ToolError(`${path} is empty: write one line per picture under the columns' names.`);
  const separator = separatorOf(lines[first] ?? "");
  const [head, ...records] = parseCells(path, lines.slice(first).join(""), separator);
  const names = head?.record ?? [];
  const places = placesOf(names, reading.columns, path);
  return records
    .filter(({ record }) => record.some((cell) => cell.trim() !== ""))
    .map(({ record, info }) => toRow(record, names.length, places, reading.classes, first + info.lines));
}

function readText(path: string): string {
  const bytes = readBytes(path);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ToolError(`${path} is not text in UTF-8: save it again with that encoding.`, { cause: error });
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new ToolError(`The label file ${path} cannot be read: pass an existing CSV file with --labels.`, {
      cause: error,
    });
  }
}

function separatorOf(line: string): string {
  const counts = SEPARATORS.map((mark) => line.split(mark).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
}

interface ParsedLine {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parseCells(path: string, text: string, delimiter: string): ParsedLine[] {
  const quotes = text.split('"').length - 1;
  if (quotes % 2 === 1) {
    throw new ToolError(`${path} is not a valid table: check its quotation marks (one is opened and never closed).`);
  }
  try {
    return parse(text, {
      delimiter,
      trim: delimiter !== "\t",
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as ParsedLine[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ToolError(`${path} is not a valid table: check its quotation marks (${error.message}).`);
  }
}

function placesOf(head: readonly string[], mapping: Reading["columns"], path: string): ReadonlyMap<Column, number> {
  const names = head.map((name) => plain(name).replace(/[ -]/g, "_"));
  const places = new Map<Column, number>();
  for (const [column, known] of Object.entries(COLUMN_NAMES) as [Column, readonly string[]][]) {
    const name = known.find((one) => names.includes(one));
    if (name !== undefined) places.set(column, names.indexOf(name));
  }
  for (const [column, name] of Object.entries(mapping)) {
    places.set(knownColumn(column), mappedPlace(head, column, name, path));
  }
  if (places.has("filename") && AGE_COLUMNS.some((column) => places.has(column))) return places;
  throw new ToolError(
    `${path} has the columns ${quoted(head)}, but it needs “filename” and “age” or “age_group”: rename them, or say which they are with --columns filename=NAME,age=NAME.`,
  );
}

function knownColumn(column: string): Column {
  if (column in COLUMN_NAMES) return column as Column;
  throw new ToolError(`There is no column “${column}” to map: use one of ${Object.keys(COLUMN_NAMES).join(", ")}.`);
}

function mappedPlace(head: readonly string[], column: string, name: string, path: string): number {
  const place = head.findIndex((one) => plain(one) === plain(name));
  if (place !== -1) return place;
  throw new ToolError(`${path} has no column “${name}” for “${column}”; it has ${quoted(head)}.`);
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name.trim()}”`).join(", ");
}

function toRow(
  record: readonly string[],
  width: number,
  places: ReadonlyMap<Column, number>,
  classes: Classes,
  line: number,
): Row {
  const cells = new Map([...places].map(([column, place]) => [column, (record[place] ?? "").trim()]));
  const filename = (cells.get("filename") ?? "").normalize("NFC").replaceAll("\\", "/").replace(/^\.\//, "");
  const tooMany = record.slice(width).some((cell) => cell.trim() !== "");
  const reason = `${record.length} values for ${width} columns; put quotation marks around commas`;
  return { line, filename, ages: tooMany ? reason : agesOf(cells, classes) };
}

/** Age, else its range, else its group, else the mean of votes; the reason where there is none. */
function agesOf(cells: Cells, classes: Classes): Ages | string {
  const age = cells.get("age") ?? "";
  const exact = isUnknown(age) ? undefined : parseAges(age, classes);
  if (typeof exact === "string") return exact;
  const wider = rangeOf(cells, classes);
  if (!exact) return wider ?? votesOf(cells.get("apparent_age") ?? "");
  if (wider === undefined || typeof wider === "string") return exact;
  const fits = wider.low <= exact.low && exact.high <= wider.high;
  return fits ? exact : `age ${age} is not within ${wider.low}–${wider.high}`;
}

function rangeOf(cells: Cells, classes: Classes): Ages | string | undefined {
  const [low = "", high = "", group = ""] = (["age_low", "age_high", "age_group"] as const).map((key) =>
    cells.get(key),
  );
  if (isUnknown(low) && isUnknown(high)) return isUnknown(group) ? undefined : parseAges(group, classes);
  if (isUnknown(low) || isUnknown(high)) return "age_low and age_high must both be given";
  const range = parseAges(`${low}-${high}`, classes);
  return typeof range !== "string" && range.low === range.high ? { ...range, years: range.low } : range;
}

function votesOf(text: string): Ages | string {
  const years = Number(text.replace(",", "."));
  return isUnknown(text) || !Number.isFinite(years) || years < 0 ? "no age" : exactAge(years, text);
}
