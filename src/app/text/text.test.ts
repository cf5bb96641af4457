import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { formatInterval, wholeYears } from "./format.ts";
import { fr } from "./fr.ts";
import { chooseCatalogue } from "./text.ts";

describe("chooseCatalogue", () => {
  it("takes the first language that there is, else English", () => {
    expect(chooseCatalogue(["de-CH", "fr-CH", "en"])).toBe(fr);
    expect(chooseCatalogue(["en-AU", "fr"])).toBe(en);
    expect(chooseCatalogue(["de"])).toBe(en);
    expect(chooseCatalogue([])).toBe(en);
  });
});

it("says what an interval promises, as tenths where it can", () => {
  expect(en.photo.share(0.8)).toBe("8\u00a0in\u00a010 faces");
  expect(en.photo.share(0.85)).toBe("85% of faces");
  expect(fr.photo.share(0.9)).toBe("9\u00a0visages sur\u00a010");
});

it("rounds intervals without losing a whole age that lies inside", () => {
  expect(wholeYears({ low: 27.6, high: 41.4, level: 0.8 })).toEqual({ low: 28, high: 41 });
  expect(formatInterval({ low: 28, high: 41 })).toBe("28–41");
  expect(formatInterval({ low: 0, high: 0 })).toBe("0");
});

it("speaks of one year and of none", () => {
  expect([0, 1, 2].map(en.photo.years)).toEqual(["0 years", "1 year", "2 years"]);
  expect([0, 1, 2].map(fr.photo.years)).toEqual(["0 an", "1 an", "2 ans"]);
});
