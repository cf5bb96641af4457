import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { KEYPOINT_NAMES } from "../detect/face.ts";
import { testFigures } from "../estimate/manifest.ts";
import ages from "./ages.json" with { type: "json" };
import face from "./face.json" with { type: "json" };
import figures from "./figures.json" with { type: "json" };

it("names the keypoints in the detector's order", () => {
  expect(face.keypoints).toEqual(KEYPOINT_NAMES);
});

it("has groups of ages that touch, the last one without an end", () => {
  ages.groups.slice(1).forEach(({ low }, index) => {
    expect(low).toBe((ages.groups[index]?.high ?? Number.NaN) + 1);
  });
  expect(ages.groups.at(-1)?.high).toBeNull();
});

it("publishes figures under the names of the manifest", () => {
  const published = Object.values(figures.published).flatMap((names) => Object.keys(names));
  expect(["set", "images", ...published].sort()).toEqual(Object.keys(testFigures.entries).sort());
});

it("publishes figures that are measured", () => {
  const measured = Object.values(figures.measured).flat();
  for (const names of Object.values(figures.published)) {
    expect(measured).toEqual(expect.arrayContaining(Object.values(names)));
  }
});

describe.each(readdirSync(import.meta.dirname).filter((name) => name.endsWith(".json")))("%s", (name) => {
  it("is read on both sides, as the table says", () => {
    const training = join(import.meta.dirname, "../../../training/agelens");
    const row = readFileSync(join(import.meta.dirname, "README.md"), "utf8")
      .split("\n")
      .find((line) => line.startsWith(`| \`${name}\``));
    const readers = [...(row?.split("|").at(-2) ?? "").matchAll(/`([\w/.-]+)`/g)].map(([, path]) => path as string);
    expect(readers).not.toHaveLength(0);
    for (const path of readers) {
      expect(existsSync(join(training, path))).toBe(true);
    }
  });
});
