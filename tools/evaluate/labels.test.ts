import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listPictures } from "../shared/pictures.ts";
import type { Complaint } from "./label-match.ts";
import { openLabelledFolder } from "./labelled-folder.ts";
import { ageLabel, type Label, labelText, rangeLabel, readLabels } from "./labels.ts";
import { commonestReasons } from "./losses.ts";
import { parseClasses, parseColumns } from "./reading-options.ts";
import cases from "./testing/label-cases.json" with { type: "json" };

interface Case {
  readonly what: string;
  readonly files?: readonly string[];
  readonly table?: string;
  readonly encoding?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly classes?: Readonly<Record<string, [number, number]>>;
  readonly known?: Readonly<Record<string, unknown>>;
  readonly malformed?: Readonly<Record<string, string>>;
  readonly strays?: Readonly<Record<string, string>>;
  readonly error?: string;
}

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agelens-labels-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function encode(text: string, encoding = "utf-8"): Buffer {
  if (encoding === "utf-16") return Buffer.from(`\uFEFF${text}`, "utf16le");
  return Buffer.from(text, encoding === "latin-1" ? "latin1" : "utf8");
}

function plainLabel({ low, high }: Label): unknown {
  return low === high ? low : [low, high];
}

function expectedAges(known: Case["known"]): Record<string, unknown> {
  const entries = Object.entries(known ?? {});
  return Object.fromEntries(entries.map(([name, one]) => [name, (one as { ages?: unknown }).ages ?? one]));
}

function hold(found: readonly Complaint[], expected: Case["malformed"] = {}): void {
  expect(found.map(([name]) => name).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, reason] of found) expect(reason).toContain(expected[name]);
}

test.each(cases as unknown as Case[])("read as in training: $what", (one) => {
  const names = one.files ?? ["a.jpg", "b.jpg"];
  for (const name of names) write(join("faces", name), "");
  const table = one.table === undefined ? undefined : write("labels.csv", encode(one.table, one.encoding));
  const reading = { columns: one.columns ?? {}, classes: new Map(Object.entries(one.classes ?? {})) };
  const read = () => readLabels(join(folder, "faces"), listPictures(join(folder, "faces")), table, reading);
  if (one.error !== undefined) {
    expect(read).toThrow(one.error);
    return;
  }
  const labels = read();
  expect(Object.fromEntries([...labels.known].map(([name, label]) => [name, plainLabel(label)]))).toEqual(
    expectedAges(one.known),
  );
  hold(labels.malformed, one.malformed);
  hold(labels.strays, one.strays);
});

test("labels are written as data sets write them", () => {
  expect([ageLabel(70.5), ageLabel(9), rangeLabel(3, 9)].map(labelText)).toEqual(["70.5", "9", "3-9"]);
  expect(ageLabel(70.5)).toMatchObject({ low: 70, high: 70, years: 70.5, group: 8 });
});

describe("a folder", () => {
  test("with a table that leaves many pictures without a label is refused until that is allowed", () => {
    for (const name of ["a", "b", "c"]) write(`faces/${name}.jpg`, "");
    const table = write("labels.csv", "filename,age\na.jpg,33\nb.jpg,old\nz.jpg,3\n");
    const out = join(folder, "out");
    const open = (allowLosses: boolean) => openLabelledFolder(join(folder, "faces"), { table, out, allowLosses });
    expect(() => open(false)).toThrow(
      "2 of 3 pictures (67%) have no label: 1 × labels.csv, line 3: “old” is no age (b.jpg); 1 × not in labels.csv",
    );
    expect(open(true).remarks).toHaveLength(3);
    expect([...open(true).labels.keys()]).toEqual(["a.jpg"]);
  });

  test("whose table names none of its pictures is refused", () => {
    write("faces/a.jpg", "");
    const table = write("labels.csv", "filename,age\nz.jpg,33\n");
    expect(() => openLabelledFolder(join(folder, "faces"), { table })).toThrow(/No row of .* labels a picture/);
  });

  test("without labels is measured without errors", () => {
    write("faces/a.jpg", "");
    expect(openLabelledFolder(join(folder, "faces")).remarks).toEqual([expect.stringMatching(/^No labels/)]);
  });
});

test("the commonest reasons are counted without their particulars", () => {
  const lost = [..."abcdefg"].map((name, k): Complaint => [`${name}.jpg`, `line ${k}: “old ${k}” is no age`]);
  expect(commonestReasons([["x.jpg", "not in labels.csv"], ...lost])).toBe(
    "7 × line 0: “old 0” is no age (a.jpg); 1 × not in labels.csv (x.jpg)",
  );
});

test("options say how to read", () => {
  expect(parseColumns("age=Alter, filename = Datei")).toEqual({ age: "Alter", filename: "Datei" });
  expect(parseClasses("Young=0-25,old=26-99").get("young")).toEqual([0, 25]);
  expect(parseClasses("training/specs/age-groups.json").get("old")).toEqual([51, 116]);
  for (const text of ["young", "young=few"]) expect(() => parseClasses(text)).toThrow();
});
