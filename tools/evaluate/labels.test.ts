import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readLabelFile } from "./label-file.ts";
import { labelsOfNames, labelText } from "./labels.ts";

const folder = mkdtempSync(join(tmpdir(), "agelens-labels-"));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  const path = join(folder, "labels.csv");
  writeFileSync(path, text);
  return readLabelFile(path);
}

test("UTKFace names give ages; malformed ones give none", () => {
  const labels = labelsOfNames([
    "26_1_2_20170104165424627.jpg.chip.jpg",
    "part1/0_0_4_20161219140623097.jpg",
    "61_1_20170109142408075.jpg.chip.jpg",
    "portrait.png",
  ]);
  expect([...labels.values()]).toEqual([
    { age: 26, group: 3 },
    { age: 0, group: 0 },
  ]);
});

describe("a CSV file", () => {
  test("with ages, a byte order mark and further columns", () => {
    const labels = read("\uFEFFfilename,age,gender\na.jpg, 9 ,female\n\nb.jpg,70.5,male\n");
    expect([...labels]).toEqual([
      ["a.jpg", { age: 9, group: 1 }],
      ["b.jpg", { age: 70.5, group: 8 }],
    ]);
  });

  test("with age groups", () => {
    const labels = read('filename,age_group\n"a, b.jpg",3-9\nc.jpg,more than 70\n');
    expect([...labels]).toEqual([
      ["a, b.jpg", { group: 1 }],
      ["c.jpg", { group: 8 }],
    ]);
    expect([...labels.values()].map(labelText)).toEqual(["3-9", "70+"]);
  });

  test.each([
    ["name,age\na.jpg,3\n", /labels\.csv, line 1: the columns are “name”, “age”, but it needs “filename”/],
    ["filename,years\na.jpg,3\n", /line 1: .* either “age” or “age_group”/],
    ["filename,age_group\na.jpg,0-2\nb.jpg,25-34\n", /line 3: “25-34” is no age group; use one of 0-2, 3-9/],
    ["filename,age\na.jpg,old\n", /line 2: “old” is no age/],
    ["filename,age\na.jpg,\n", /line 2: “” is no age/],
    ["filename,age\na.jpg,-1\n", /line 2: “-1” is no age/],
    ["filename,age\na.jpg,3\na.jpg,4\n", /line 3: a\.jpg has a label already/],
    ["filename,age\n,3\n", /line 2: the filename is empty/],
    ["filename,age\na.jpg\n", /not a valid CSV file: .* line 2/],
  ])("that is wrong is named with its line: %j", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test("that is missing", () => {
    expect(() => readLabelFile(join(folder, "none.csv"))).toThrow(/cannot be read: pass an existing CSV file/);
  });
});
