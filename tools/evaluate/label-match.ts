import { basename, resolve, sep } from "node:path";
import type { Row } from "./label-table.ts";
import type { Ages } from "./label-words.ts";

/** A file name and what is the matter with it. */
export type Complaint = readonly [name: string, reason: string];

/** Rows by picture, and those that mean no picture or more than one. */
export interface Matches {
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly strays: readonly Complaint[];
}

interface Claim {
  readonly row: Row;
  /** How many parts of the row's path and the picture's agree, from the end. */
  readonly agreement: number;
}

/** Finds each row's picture: the whole path, else a path that ends in the other; the longest agreement wins. */
export function matchRows(rows: readonly Row[], names: readonly string[], folder: string, table: string): Matches {
  const find = pictureFinder(names);
  const claims = new Map<string, Claim[]>();
  const strays: Complaint[] = [];
  for (const row of rows) {
    const [found, ...others] = find(row.filename);
    if (row.filename === "") strays.push([`line ${row.line}`, at(table, row, "no file name")]);
    else if (found === undefined) strays.push(absent(table, row));
    else if (others.length > 0) {
      strays.push([row.filename, at(table, row, `${others.length + 1} pictures have this name; give the path`)]);
    } else {
      const agreement = agreementOf(row.filename, `${resolve(folder).split(sep).join("/")}/${found}`);
      claims.set(found, [...(claims.get(found) ?? []), { row, agreement }]);
    }
  }
  return strongest(claims, strays, table);
}

function strongest(claims: ReadonlyMap<string, readonly Claim[]>, strays: Complaint[], table: string): Matches {
  const rows = new Map<string, Row[]>();
  for (const [name, all] of claims) {
    const best = Math.max(...all.map(({ agreement }) => agreement));
    rows.set(
      name,
      all.filter(({ agreement }) => agreement === best).map(({ row }) => row),
    );
    strays.push(...all.filter(({ agreement }) => agreement < best).map(({ row }) => absent(table, row)));
  }
  return { rows, strays };
}

function absent(table: string, row: Row): Complaint {
  return [row.filename, at(table, row, "there is no such picture")];
}

function at(table: string, { line }: Row, reason: string): string {
  return `${basename(table)}, line ${line}: ${reason}`;
}

function pictureFinder(names: readonly string[]): (filename: string) => readonly string[] {
  const whole = new Map<string, string[]>();
  const byEnd = new Map<string, string[]>();
  for (const name of names) {
    add(whole, keyOf(name), name);
    for (const end of endsOf(keyOf(name))) add(byEnd, end, name);
  }
  return (filename) => {
    const key = keyOf(filename);
    if (key === "") return [];
    const end = endsOf(key).find((one) => whole.has(one)) ?? "";
    const found = whole.get(key) ?? byEnd.get(key) ?? whole.get(end) ?? [];
    const exact = found.filter((name) => name.normalize("NFC") === filename);
    return exact.length === 1 ? exact : found;
  };
}

function add(map: Map<string, string[]>, key: string, name: string): void {
  const names = map.get(key);
  if (names) names.push(name);
  else map.set(key, [name]);
}

function keyOf(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** What is left of a path without its first folder, without its first two, and so on. */
function endsOf(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, k) => parts.slice(k + 1).join("/"));
}

function agreementOf(filename: string, picture: string): number {
  const given = keyOf(filename).split("/").reverse();
  const real = keyOf(picture).split("/").reverse();
  const differing = given.findIndex((part, k) => part !== real[k]);
  return differing === -1 ? given.length : differing;
}

/** The ages of a picture that one or more rows name; the reason where they have none or differ. */
export function mergeRows([first, ...others]: readonly Row[], table: string): Ages | string {
  if (first === undefined) return `not in ${basename(table)}`;
  const differing = others.find(({ ages }) => !sameAges(ages, first.ages));
  if (differing) {
    return `${basename(table)}: two rows give different ages, lines ${first.line} and ${differing.line}`;
  }
  return typeof first.ages === "string" ? at(table, first, first.ages) : first.ages;
}

function sameAges(a: Row["ages"], b: Row["ages"]): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  return a.low === b.low && a.high === b.high;
}
