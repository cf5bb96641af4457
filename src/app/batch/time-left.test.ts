import { describe, expect, it } from "vitest";
import { batch as batchEn } from "../text/en/batch.ts";
import { batch as batchFr } from "../text/fr/batch.ts";
import { timeLeft } from "./time-left.ts";

describe("timeLeft", () => {
  it("rounds so that it does not change every second", () => {
    expect(timeLeft(batchEn.timeLeft, 4000)).toBe("a few seconds left");
    expect(timeLeft(batchEn.timeLeft, 31_000)).toBe("about 40 seconds left");
    expect(timeLeft(batchEn.timeLeft, 55_000)).toBe("about 1 minute left");
    expect(timeLeft(batchFr.timeLeft, 100_000)).toBe("encore 2 minutes environ");
    expect(timeLeft(batchEn.timeLeft, 5_400_000)).toBe("about 1.5 hours left");
  });
});
