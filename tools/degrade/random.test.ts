import { expect, test } from "vitest";
import { normal, seededRandom } from "./random.ts";

const draw = (text: string, count: number) => {
  const random = seededRandom(text);
  return Array.from({ length: count }, random);
};

test("the text decides the numbers", () => {
  expect(draw("1 dark a.jpg", 3)).toEqual(draw("1 dark a.jpg", 3));
  expect(draw("1 dark a.jpg", 3)).not.toEqual(draw("1 dark b.jpg", 3));
});

test("numbers are spread evenly over 0…1", () => {
  const numbers = draw("even", 10_000);
  const tenths = Array.from({ length: 10 }, (_, tenth) => numbers.filter((x) => Math.floor(10 * x) === tenth).length);
  expect(Math.min(...tenths)).toBeGreaterThan(900);
  expect(Math.max(...tenths)).toBeLessThan(1100);
});

test("normal numbers have mean 0 and deviation 1", () => {
  const random = seededRandom("normal");
  const numbers = Array.from({ length: 10_000 }, () => normal(random));
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const variance = numbers.reduce((sum, x) => sum + x * x, 0) / numbers.length;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(variance - 1)).toBeLessThan(0.05);
});
