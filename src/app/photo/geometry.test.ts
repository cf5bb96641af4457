import { describe, expect, it } from "vitest";
import { fitInto } from "./fit.ts";

describe("fitInto", () => {
  it.each([
    [
      { width: 400, height: 200 },
      { width: 100, height: 100 },
      { width: 100, height: 50 },
    ],
    [
      { width: 100, height: 5000 },
      { width: 900, height: 500 },
      { width: 10, height: 500 },
    ],
    [
      { width: 20, height: 10 },
      { width: 900, height: 500 },
      { width: 120, height: 60 },
    ],
  ])("draws %o in %o at %o", (picture, stage, shown) => {
    expect(fitInto(picture, stage)).toEqual(shown);
  });
});
