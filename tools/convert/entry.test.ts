import { describe, expect, it } from "vitest";
import { figuresOf, readingFields } from "./entry.ts";
import type { ExportDescription } from "./export.ts";

const figure = (value: number) => ({ value });
const base = {
  id: "tested",
  parameters: 1000,
  input: { size: 64, colour: "RGB", mean: [0, 0, 0], std: [1, 1, 1] },
  template: {
    points: { rightEye: [0, 0], leftEye: [0, 0], nose: [0, 0], mouth: [0, 0] },
    box: { centre: [0, 0], side: 1 },
    maxResidual: 0.1,
  },
  training: { data: "drawn", licence: "none" },
} satisfies Partial<ExportDescription>;
const stored = { bytes: 2000, lost: 0 };
const years = { n: 90, figures: { mae: figure(5.05678), coverage: figure(0.7951) } };
const classes = { n: 90, figures: { accuracy: figure(0.91234), auc: figure(0.97) } };

describe("a manifest entry", () => {
  it("gives a regression its calibration and no way of decoding a posterior", () => {
    const calibration = { level: 0.8, mass: 0.8, spread: 6 };
    const description: ExportDescription = {
      ...base,
      head: { kind: "age-regression" },
      decode: "direct",
      calibration,
      metrics: { set: "drawn", overall: years },
    };
    expect(readingFields(description)).toEqual({ head: { kind: "age-regression" }, calibration });
    const figures = figuresOf(description, { ...stored, mae: 5.0612, coverage: 0.7951 });
    expect(figures).toEqual({ set: "drawn", images: 90, mae: 5.061, intervalCoverage: 0.795 });
  });

  it("has the figures of all heads", () => {
    const description: ExportDescription = {
      ...base,
      head: {
        kind: "multi",
        heads: [
          { kind: "age-posterior", name: "age", bins: 101 },
          { kind: "gender", name: "gender", classes: ["male", "female"] },
        ],
      },
      decode: "median",
      calibration: { level: 0.8, mass: 0.8 },
      metrics: { set: "drawn", overall: years, heads: { age: { overall: years }, gender: { overall: classes } } },
    };
    expect(figuresOf(description, stored)).toMatchObject({ mae: 5.057, genderAccuracy: 0.912, genderAuc: 0.97 });
    expect(readingFields(description).decode).toBe("median");
  });

  it("has no years of a head over groups", () => {
    const groups = [
      { name: "young", low: 0, high: 39 },
      { name: "old", low: 40, high: 120 },
    ];
    const description: ExportDescription = {
      ...base,
      head: { kind: "age-groups", groups },
      metrics: { set: "drawn", overall: classes },
    };
    expect(figuresOf(description, stored)).toEqual({
      set: "drawn",
      images: 90,
      mae: null,
      intervalCoverage: null,
      accuracy: 0.912,
      auc: 0.97,
    });
  });
});
