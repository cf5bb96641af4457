import { describe, expect, it } from "vitest";
import { Pace } from "./pace.ts";

describe("Pace", () => {
  it("says nothing before three pictures, then follows the latest ones", () => {
    const pace = new Pace();
    pace.add(1000);
    pace.add(1000);
    expect(pace.remainingMs(10)).toBeUndefined();
    pace.add(1000);
    expect(pace.remainingMs(10)).toBe(10_000);
    for (let index = 0; index < 20; index++) pace.add(100);
    expect(pace.remainingMs(10)).toBe(1000);
  });
});
