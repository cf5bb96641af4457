import { expect, test } from "vitest";
import { figuresByBand, figuresOf } from "./figures.ts";
import { ageLabel, type Label, rangeLabel } from "./labels.ts";
import type { Prediction } from "./prediction.ts";

const box = { x: 0, y: 0, width: 10, height: 10 };
const filename = "a.jpg";

function estimated(label: Label | undefined, years: number, low: number, high: number): Prediction {
  const estimate = { years, low, high };
  return { filename, label, status: "estimated", estimate, faces: 1, box, score: 0.9, ms: 5 };
}

function missed(label: Label | undefined): Prediction {
  return { filename, label, status: "missed", faces: 0, ms: 5 };
}

test("ages: errors +4, −10, +5 and a missed face", () => {
  const predictions = [
    estimated(ageLabel(25), 29, 20, 35),
    estimated(ageLabel(40), 30, 25, 39.9),
    estimated(ageLabel(1), 6, 1, 9),
    missed(ageLabel(80)),
  ];
  const figures = figuresOf(predictions);
  expect(figures).toMatchObject({ images: 4, missed: 1, missedRate: 0.25 });
  expect(figures.mae).toBeCloseTo(19 / 3);
  expect(figures.bias).toBeCloseTo(-1 / 3);
  expect(figures.cs5).toBeCloseTo(2 / 3);
  expect(figures.intervalCoverage).toBeCloseTo(2 / 3);
  expect(figures.groupAccuracy).toBe(0.25);
  expect(figures.withinOneGroup).toBe(0.75);
  // 29 in [20, 30): 0; 30 to [40, 50): 10; 6 to [0, 3): 3
  expect(figures.groupDistance).toBeCloseTo(13 / 3);
});

test("groups allow no figure that needs an age", () => {
  const figures = figuresOf([
    estimated(rangeLabel(20, 29), 31, 20, 40),
    estimated(rangeLabel(70, 120), 71, 60, 80),
    missed(rangeLabel(0, 2)),
  ]);
  expect(figures).toMatchObject({ mae: null, bias: null, cs5: null, intervalCoverage: null, groupDistance: 0.5 });
  expect(figures.groupAccuracy).toBeCloseTo(1 / 3);
  expect(figures.withinOneGroup).toBeCloseTo(2 / 3);
});

test("a range over several groups has a distance, but no group to be right in", () => {
  const figures = figuresOf([estimated(rangeLabel(25, 34), 37, 30, 40), estimated(rangeLabel(25, 34), 31, 20, 40)]);
  expect(figures).toMatchObject({ mae: null, groupAccuracy: null, withinOneGroup: null, groupDistance: 1 });
});

test("a refused face is found, but counts as wrong", () => {
  const refused: Prediction = {
    filename,
    label: ageLabel(30),
    status: "refused",
    reason: "not-finite",
    faces: 1,
    box,
    score: 0.9,
    ms: 5,
  };
  expect(figuresOf([refused])).toMatchObject({ missed: 0, mae: null, groupAccuracy: 0, groupDistance: null });
});

test("without labels only misses are counted, and unreadable pictures count nowhere", () => {
  const failed: Prediction = { filename, label: ageLabel(3), status: "failed", reason: "damaged" };
  const predictions = [estimated(undefined, 30, 20, 40), missed(undefined), failed];
  expect(figuresOf(predictions)).toEqual({
    images: 2,
    missed: 1,
    missedRate: 0.5,
    mae: null,
    bias: null,
    cs5: null,
    groupAccuracy: null,
    withinOneGroup: null,
    groupDistance: null,
    intervalCoverage: null,
  });
  expect(figuresByBand(predictions)).toBeNull();
  expect(figuresOf([failed])).toMatchObject({ images: 0, missedRate: null });
});

test("bands hold their own pictures and leave out empty ones", () => {
  const bands = figuresByBand([
    estimated(ageLabel(2), 4, 0, 9),
    missed(ageLabel(2)),
    estimated(ageLabel(75), 75, 70, 80),
  ]);
  expect(Object.keys(bands ?? {})).toEqual(["0-2", "70+"]);
  expect(bands?.["0-2"]).toMatchObject({ images: 2, missed: 1, mae: 2, groupAccuracy: 0, withinOneGroup: 0.5 });
  expect(bands?.["70+"]).toMatchObject({ images: 1, missed: 0, mae: 0, groupAccuracy: 1 });
});
