import { describe, expect, it } from "vitest";
import { FILTER_CONTROLS, type FilterId } from "../../engine/index.ts";
import type { Finding } from "../quality/finding.ts";
import { de } from "./de/de.ts";
import { en } from "./en/en.ts";
import { fr } from "./fr/fr.ts";
import { filterSummary, verdictText } from "./quality-text.ts";

const ids = Object.keys(FILTER_CONTROLS) as FilterId[];

describe.each([en, fr, de])("$locale", ({ quality }) => {
  it.each(ids)("has a name for %s, what it does, and all of its parameters and choices", (id) => {
    const { label, done, params } = quality.filters[id];
    expect([label, done]).not.toContain("");
    const ranges = FILTER_CONTROLS[id].params;
    expect(Object.keys(params).sort()).toEqual(Object.keys(ranges).sort());
    for (const choice of Object.values(ranges).flatMap(({ choices = [] }) => choices)) {
      expect(quality.choices, choice).toHaveProperty([choice], expect.stringMatching(/./));
    }
  });

  it("starts every advice with a capital and ends it with a full stop", () => {
    for (const { advice } of Object.values(quality.findings)) expect(advice).toMatch(/^\p{Lu}.*\.$/u);
  });
});

it("says in one line what is wrong", () => {
  const verdicts = (...found: Finding[]) => [en, fr, de].map((text) => verdictText(text, found));
  expect(verdicts()).toEqual(["Good picture", "Bonne photo", "Gutes Bild"]);
  expect(verdicts("dark")).toEqual(["Dark", "Sombre", "Dunkel"]);
  expect(verdicts("blurry", "dark", "small")).toEqual([
    "Blurry, dark and too small",
    "Floue, sombre et trop petite",
    "Unscharf, dunkel und zu klein",
  ]);
});

it("says with what settings a filter was applied", () => {
  expect(filterSummary(en, { filterId: "bilateral", params: { sigmaColour: 30, sigmaSpace: 1.53 } })).toBe(
    "strength 30, radius 1.5",
  );
  expect(filterSummary(fr, { filterId: "median", params: { radius: 1 } })).toBe("fenêtre 3×3");
});
