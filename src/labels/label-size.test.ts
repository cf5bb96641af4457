import { describe, expect, it } from "vitest";
import { labelScale, labelSizes, roomForIntervals } from "./label-size.ts";

describe("labels", () => {
  it("offers an age without its interval as the smaller size", () => {
    const [full, compact] = labelSizes({ years: "34", interval: "28–41" }, 1, true);
    expect(full).toMatchObject({ withInterval: true, height: 28 });
    expect(compact).toMatchObject({ withInterval: false, height: 28 });
    expect(compact?.width).toBeLessThan(full?.width ?? 0);
  });

  it("has nothing but the question mark for a refused face", () => {
    expect(labelSizes({ years: "?", interval: "" }, 1, true)).toHaveLength(1);
  });

  it("leaves intervals out of a crowd of small faces", () => {
    expect(roomForIntervals([120, 30, 30, 30], 1)).toBe(false);
    expect(roomForIntervals([120, 110, 30], 1)).toBe(true);
    expect(labelSizes({ years: "34", interval: "28–41" }, 1, false)).toHaveLength(1);
  });

  it("grows on projectors, within bounds", () => {
    expect([100, 900, 1260, 4000].map(labelScale)).toEqual([0.9, 1, 1.4, 1.6]);
  });
});
