import { existsSync } from "node:fs";
import { join } from "node:path";
import { groupOfRange } from "./age-groups.ts";
import { type Complaint, matchRows, mergeRows } from "./label-match.ts";
import { type Reading, readRows } from "./label-table.ts";
import { type Ages, type Classes, exactAge, parseFolder, parseName } from "./label-words.ts";

/** What is known about the labelled face of a picture. */
export interface Label extends Ages {
  /** Index in AGE_GROUPS of the group that all ages of the label lie in, if there is one. */
  readonly group: number | undefined;
}

/** Labels by picture, and what could not be read. */
export interface Labels {
  readonly known: ReadonlyMap<string, Label>;
  /** Pictures without a readable label. */
  readonly malformed: readonly Complaint[];
  /** Rows without a picture. */
  readonly strays: readonly Complaint[];
  /** What was read in another way than a person might expect. */
  readonly remarks: readonly string[];
}

/** The label of an age in whole or fractional years, 0…120. */
export function ageLabel(years: number): Label {
  const ages = exactAge(years, String(years));
  if (typeof ages === "string") throw new RangeError(ages);
  return toLabel(ages);
}

/** The label of whole ages, both included. */
export function rangeLabel(low: number, high: number): Label {
  return toLabel({ low, high });
}

function toLabel(ages: Ages): Label {
  return { ...ages, group: groupOfRange(ages.low, ages.high) };
}

/** The label as data sets write it: the age where it is known, else the range. */
export function labelText({ years, low, high }: Label): string {
  return years === undefined ? `${low}-${high}` : String(years);
}

/** The label table that commands read: the one that is given, else one that lies beside the pictures. */
export function labelTable(folder: string, given: string | undefined): string | undefined {
  return given ?? ["labels.csv", "labels.tsv"].map((name) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * Labels of the pictures `names` of `folder`, from a table, else from names in UTKFace's manner, else from folders that
 * are named by age. training/agelens/data/labels.py reads the same.
 *
 * @throws ToolError where the table as a whole cannot be read.
 */
export function readLabels(
  folder: string,
  names: readonly string[],
  table: string | undefined,
  reading: Reading,
): Labels {
  if (table !== undefined) return fromTable(folder, names, table, reading);
  const byName = new Map(names.map((name) => [name, parseName(name)]));
  const noName = [...byName.values()].every((ages) => typeof ages === "string");
  const byFolder = new Map(names.map((name) => [name, agesOfFolder(name, reading.classes)]));
  if (noName && [...byFolder.values()].some((ages) => ages !== undefined)) return fromFolders(byFolder);
  return { ...collect(byName), strays: [], remarks: [] };
}

function fromTable(folder: string, names: readonly string[], table: string, reading: Reading): Labels {
  const { rows, strays } = matchRows(readRows(table, reading), names, folder, table);
  const found = new Map(names.map((name) => [name, mergeRows(rows.get(name) ?? [], table)]));
  return { ...collect(found), strays, remarks: [] };
}

function fromFolders(byFolder: ReadonlyMap<string, Ages | undefined>): Labels {
  const ages = [...byFolder.values()].flatMap((one) => (one ? [one] : []));
  const different = new Set(ages.map(({ low, high }) => `${low}-${high}`)).size;
  const youngest = Math.min(...ages.map(({ low }) => low));
  const oldest = Math.max(...ages.map(({ high }) => high));
  const remark = `Ages are read from the names of folders: ${different}, from ${youngest} to ${oldest} years.`;
  const found = new Map([...byFolder].map(([name, one]) => [name, one ?? "its folder is not named by an age"]));
  return { ...collect(found), strays: [], remarks: [remark] };
}

/** What the nearest folder that is named by an age says of a picture. */
function agesOfFolder(name: string, classes: Classes): Ages | undefined {
  const folders = name.split("/").slice(0, -1).reverse();
  return folders.map((folder) => parseFolder(folder, classes)).find((ages) => ages !== undefined);
}

function collect(found: ReadonlyMap<string, Ages | string>): Pick<Labels, "known" | "malformed"> {
  const known = new Map<string, Label>();
  const malformed: Complaint[] = [];
  for (const [name, ages] of found) {
    if (typeof ages === "string") malformed.push([name, ages]);
    else known.set(name, toLabel(ages));
  }
  return { known, malformed };
}
