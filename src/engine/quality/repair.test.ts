import { describe, expect, it, vi } from "vitest";
import type { FaceMetrics } from "../metrics/metrics.ts";
import { REPAIR_ROUNDS } from "./plan.ts";
import { repairFaces } from "./repair.ts";

const good: FaceMetrics = {
  sharpness: 300,
  brightness: 120,
  contrast: 50,
  noise: 1,
  clippedShadows: 0,
  clippedHighlights: 0,
  resolutionPx: 200,
  pose: { roll: 0, yaw: 0, pitch: 0 },
};
const dark = { ...good, brightness: 20 };

describe("repairFaces", () => {
  it("touches nothing when every face is good", async () => {
    const apply = vi.fn();
    const [record] = await repairFaces([{ metrics: good, enlargement: 1 }], apply);
    expect(apply).not.toHaveBeenCalled();
    expect(record).toEqual({ steps: [], metrics: good, failed: [] });
  });

  it("repairs the face that needs it, records steps and both verdicts, and stops when all is well", async () => {
    const apply = vi.fn(async () => [good, good]);
    const candidates = [dark, good].map((metrics) => ({ metrics, enlargement: 1 }));
    const [repaired, untouched] = await repairFaces(candidates, apply);
    expect(apply).toHaveBeenCalledTimes(1);
    expect(repaired?.steps.map(({ filterId }) => filterId)).toEqual(["auto-gamma"]);
    expect(repaired?.metrics.brightness).toBe(120);
    expect(repaired?.failed).toEqual([]);
    expect(untouched?.steps).toEqual([]);
  });

  it("gives up after its rounds and says what still fails", async () => {
    const apply = vi.fn(async () => [dark]);
    const [record] = await repairFaces([{ metrics: dark, enlargement: 1 }], apply);
    expect(apply).toHaveBeenCalledTimes(REPAIR_ROUNDS);
    expect(record?.steps).toHaveLength(REPAIR_ROUNDS);
    expect(record?.failed.map(({ check }) => check)).toEqual(["dark"]);
  });
});
