import { expect, test } from "vitest";
import { type Estimated, medianAge, missBy, refusalCurve, widestAnswer, widthCurve } from "./curve.ts";
import { casesOf, halvesOf } from "./readings.ts";

function reading(number: number, age: number, years: number, width: number): Estimated {
  return { filename: `${number}.jpg`, labelled: { low: age, high: age }, years, width };
}

/** Ages 20 and 60 in turn; narrow intervals are right, wide ones all say 40. */
const READINGS = Array.from({ length: 80 }, (_, index) => {
  const age = index % 2 === 0 ? 20 : 60;
  return index < 40 ? reading(index, age, age, 12) : reading(index, age, 40, 65);
});

test("a reading misses nothing until its label's last year is over", () => {
  const decade = { labelled: { low: 20, high: 29 } };
  expect([18, 20, 29.9, 30, 33].map((years) => missBy(years, decade))).toEqual([2, 0, 0, 0, 3]);
});

test("who knows nothing gives everyone the age in the middle", () => {
  expect(medianAge([reading(0, 20, 0, 0), reading(1, 30, 0, 0), reading(2, 60, 0, 0)])).toBe(30.5);
});

test("a width is refused from where on readings gain too little on guessing", () => {
  const guess = medianAge(READINGS);
  const curve = widthCurve(READINGS, guess);
  expect(curve.map(({ from, to, readings }) => [from, to, readings])).toEqual([
    [10, 15, 40],
    [60, 70, 40],
  ]);
  expect(widestAnswer(refusalCurve(READINGS, guess))).toBe(15);
  expect(widestAnswer(refusalCurve(READINGS.slice(0, 40), guess))).toBeUndefined();
  expect(refusalCurve(READINGS, guess).at(-1)).toMatchObject({ from: 60, readings: 40, share: 0.5 });
});

test("each kind of damage meets other pictures, and all are read as they are", () => {
  const labels = new Map(Array.from({ length: 6 }, (_, index) => [`${index}.jpg`, { low: 1, high: 1, group: 0 }]));
  const cases = casesOf(labels, 3);
  const namesUnder = (id: string) => cases.filter(({ condition }) => condition.id === id).map((each) => each.filename);
  expect(namesUnder("clean")).toHaveLength(6);
  expect(namesUnder("gaussian-blur-2")).toEqual(["1.jpg", "4.jpg"]);
  expect(namesUnder("gaussian-blur-4")).toEqual(["2.jpg", "5.jpg"]);
});

test("a picture's readings stay in one half", () => {
  const about = { labelled: { low: 1, high: 1 }, status: "missed" } as const;
  const readings = ["b", "a", "b"].map((filename, index) => ({ filename, condition: `${index}`, ...about }));
  expect(halvesOf(readings).map((half) => half.map(({ filename }) => filename))).toEqual([["a"], ["b", "b"]]);
});
