import type { FaceRecord } from "../../export/picture-record.ts";
import type { BatchItem } from "../batch-item.ts";

/** Which pictures of a batch are shown. */
export type StateFilter = "all" | "faces" | "no-face" | "failed" | "waiting";

export const STATE_FILTERS: readonly StateFilter[] = ["all", "faces", "no-face", "failed", "waiting"];

/** Ages in whole years, both ends included. */
export interface AgeRange {
  readonly low: number;
  readonly high: number;
}

export interface Filter {
  readonly state: StateFilter;
  /** Part of the name, in any case. */
  readonly name: string;
  /** Pictures with a face of such an age; all when left out. */
  readonly ages: AgeRange | undefined;
}

export type SortColumn = "order" | "name" | "faces" | "age" | "spread" | "quality";

export interface Sort {
  readonly column: SortColumn;
  readonly direction: "ascending" | "descending";
}

/** The faces that were found in a picture. */
export function facesOf(item: BatchItem): readonly FaceRecord[] {
  return item.status === "read" ? item.record.faces : [];
}

/** Ages in years of all faces that have one. */
export function agesOf(item: BatchItem): number[] {
  return facesOf(item).flatMap(({ age }) => age?.years ?? []);
}

/** How many standards the faces of a picture do not meet. */
export function faultsOf(item: BatchItem): number {
  return facesOf(item).reduce((sum, { failedChecks }) => sum + failedChecks.length, 0);
}

/** The filter that an item falls under, besides `all`. */
export function stateOf(item: BatchItem): Exclude<StateFilter, "all"> {
  if (item.status !== "read") return item.status;
  return item.record.faces.length > 0 ? "faces" : "no-face";
}

/** How many items fall under each filter. */
export function countByState(items: readonly BatchItem[]): Readonly<Record<StateFilter, number>> {
  const counts = { all: items.length, faces: 0, "no-face": 0, failed: 0, waiting: 0 };
  for (const item of items) counts[stateOf(item)]++;
  return counts;
}

/** Whether an age, rounded as it is shown, lies in a range. */
export function isInRange(years: number, { low, high }: AgeRange): boolean {
  return Math.round(years) >= low && Math.round(years) <= high;
}

/** The items that pass all parts of a filter, in their order. */
export function filterItems(items: readonly BatchItem[], { state, name, ages }: Filter): BatchItem[] {
  const part = name.trim().toLowerCase();
  return items.filter(
    (item) =>
      (state === "all" || stateOf(item) === state) &&
      item.name.toLowerCase().includes(part) &&
      (!ages || agesOf(item).some((years) => isInRange(years, ages))),
  );
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** What a column is sorted by; `undefined` always comes last. */
const KEYS: Readonly<Record<Exclude<SortColumn, "name">, (item: BatchItem) => number | undefined>> = {
  order: ({ order }) => order,
  faces: (item) => (item.status === "read" ? item.record.faces.length : undefined),
  age: (item) => lowest(agesOf(item)),
  spread: (item) => highest(facesOf(item).flatMap(({ age }) => (age ? age.high - age.low : []))),
  quality: (item) => (facesOf(item).length > 0 ? faultsOf(item) : undefined),
};

/** The items sorted by a column; those without a value come last in both directions. */
export function sortItems(items: readonly BatchItem[], { column, direction }: Sort): BatchItem[] {
  const sign = direction === "ascending" ? 1 : -1;
  if (column === "name") return items.toSorted((a, b) => sign * collator.compare(a.name, b.name));
  const keyed = items.map((item) => ({ item, key: KEYS[column](item) }));
  return keyed.sort((a, b) => compareKeys(a.key, b.key, sign)).map(({ item }) => item);
}

function compareKeys(a: number | undefined, b: number | undefined, sign: number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return sign * (a - b);
}

function lowest(values: readonly number[]): number | undefined {
  return values.length > 0 ? Math.min(...values) : undefined;
}

function highest(values: readonly number[]): number | undefined {
  return values.length > 0 ? Math.max(...values) : undefined;
}
