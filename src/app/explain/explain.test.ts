import { describe, expect, it } from "vitest";
import { heatOf, heatPixels } from "./heat.ts";
import { shareOver } from "./share-over.ts";

describe("shareOver", () => {
  it("sums the posterior from an age on", () => {
    const posterior = [0.25, 0.25, 0.5];
    expect([0, 1, 2, 3].map((age) => shareOver(posterior, age))).toEqual([1, 0.75, 0.5, 0]);
  });

  it("does not mind a posterior that does not quite sum to 1", () => {
    expect(shareOver([1, 3], 1)).toBe(0.75);
  });
});

describe("heatOf", () => {
  it("colours what speaks for the reading by its strength, and nothing else", () => {
    expect(heatOf({ values: new Float32Array([2, 1, 0, -3]) })).toEqual(new Float32Array([1, 0.5, 0, 0]));
  });

  it("says so when nothing stands out", () => {
    expect(heatOf({ values: new Float32Array([0, 0.01, -5]) })).toBeUndefined();
    expect(heatOf({ values: new Float32Array([Number.NaN]) })).toBeUndefined();
  });
});

it("paints heat in one colour of varying opacity", () => {
  expect([...heatPixels(new Float32Array([0, 1]), [255, 122, 77])]).toEqual([255, 122, 77, 0, 255, 122, 77, 255]);
});
