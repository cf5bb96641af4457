import { describe, expect, it } from "vitest";
import type { FaceRecord, PictureRecord } from "../../export/picture-record.ts";
import type { BatchItem } from "../batch-item.ts";
import { countByState, filterItems, type SortColumn, sortItems } from "./rows.ts";

function faceOf(years: number, spread = 10, failedChecks: string[] = []): FaceRecord {
  return {
    age: { years, low: years - spread / 2, high: years + spread / 2, level: 0.8 },
    failedChecks,
  } as unknown as FaceRecord;
}

let order = 0;
const read = (name: string, ...faces: FaceRecord[]): BatchItem => ({
  id: name,
  name,
  order: order++,
  status: "read",
  record: { faces } as unknown as PictureRecord,
});

const ITEMS: BatchItem[] = [
  read("trip/10.jpg", faceOf(30, 20), faceOf(6, 4)),
  read("trip/9.jpg", faceOf(44.6, 12, ["dark", "flat"])),
  read("empty.png"),
  { id: "bad", name: "bad.jpg", order: order++, status: "failed", problem: { code: "damaged-image" } },
  { id: "next", name: "next.jpg", order: order++, status: "waiting" },
];

const names = (items: readonly BatchItem[]) => items.map(({ name }) => name);
const all = { state: "all", name: "", ages: undefined } as const;

it("counts what falls under each filter", () => {
  expect(countByState(ITEMS)).toEqual({ all: 5, faces: 2, "no-face": 1, failed: 1, waiting: 1 });
});

describe("filterItems", () => {
  it("filters by state, by part of the name, and by the age of any face", () => {
    expect(names(filterItems(ITEMS, { ...all, state: "failed" }))).toEqual(["bad.jpg"]);
    expect(names(filterItems(ITEMS, { ...all, name: " TRIP/ " }))).toEqual(["trip/10.jpg", "trip/9.jpg"]);
    expect(names(filterItems(ITEMS, { ...all, ages: { low: 0, high: 6 } }))).toEqual(["trip/10.jpg"]);
  });

  it("takes ages as they are shown, rounded", () => {
    expect(filterItems(ITEMS, { ...all, ages: { low: 45, high: 100 } })).toHaveLength(1);
    expect(filterItems(ITEMS, { ...all, ages: { low: 46, high: 100 } })).toHaveLength(0);
  });
});

describe("sortItems", () => {
  it.each<[SortColumn, string]>([
    ["order", "trip/10.jpg"],
    ["faces", "empty.png"],
    ["age", "trip/10.jpg"],
    ["spread", "trip/9.jpg"],
    ["quality", "trip/10.jpg"],
    ["name", "bad.jpg"],
  ])("sorts by %s", (column, first) => {
    expect(names(sortItems(ITEMS, { column, direction: "ascending" }))[0]).toBe(first);
  });

  it("counts figures in names as numbers", () => {
    const sorted = names(sortItems(ITEMS, { column: "name", direction: "descending" }));
    expect(sorted.slice(0, 2)).toEqual(["trip/10.jpg", "trip/9.jpg"]);
  });

  it("leaves what has no value at the end, in both directions", () => {
    for (const direction of ["ascending", "descending"] as const) {
      expect(names(sortItems(ITEMS, { column: "age", direction })).slice(2)).toEqual([
        "empty.png",
        "bad.jpg",
        "next.jpg",
      ]);
    }
  });
});
