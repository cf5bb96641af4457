import { describe, expect, it, vi } from "vitest";
import type { FaceMetrics } from "../metrics/metrics.ts";
import { REPAIR_ROUNDS } from "./plan.ts";
import { asFound, repairedChecks, repairFaces } from "./repair.ts";
import { GOOD_FACE } from "./testing/metrics.ts";
import { CHECKS } from "./verdict.ts";

const dark = { ...GOOD_FACE, brightness: 20 };
const EVERYTHING = { checks: CHECKS, rounds: REPAIR_ROUNDS };

function facesOf(...faces: FaceMetrics[]) {
  return faces.map((metrics) => ({ repair: asFound(metrics), enlargement: 1 }));
}

describe("repairFaces", () => {
  it("touches nothing when every face is good", async () => {
    const apply = vi.fn();
    const [face] = await repairFaces(facesOf(GOOD_FACE), EVERYTHING, { repair: apply });
    expect(apply).not.toHaveBeenCalled();
    expect(face?.repair).toEqual({ steps: [], metrics: GOOD_FACE, failed: [] });
  });

  it("repairs the face that needs it, records steps and both verdicts, and stops when all is well", async () => {
    const apply = vi.fn(async () => [GOOD_FACE, GOOD_FACE]);
    const [repaired, untouched] = await repairFaces(facesOf(dark, GOOD_FACE), EVERYTHING, { repair: apply });
    expect(apply).toHaveBeenCalledTimes(1);
    expect(repaired?.repair.steps.map(({ filterId }) => filterId)).toEqual(["auto-gamma"]);
    expect(repaired?.repair.metrics.brightness).toBe(120);
    expect(repaired?.repair.failed).toEqual([]);
    expect(untouched?.repair.steps).toEqual([]);
  });

  it("gives up after its rounds and says what still fails", async () => {
    const apply = vi.fn(async () => [dark]);
    const [face] = await repairFaces(facesOf(dark), EVERYTHING, { repair: apply });
    expect(apply).toHaveBeenCalledTimes(REPAIR_ROUNDS);
    expect(face?.repair.steps).toHaveLength(REPAIR_ROUNDS);
    expect(face?.repair.failed.map(({ check }) => check)).toEqual(["dark"]);
  });

  it("repairs what it is asked to, and goes on from there", async () => {
    const blurry = { ...GOOD_FACE, sharpness: 40 };
    const apply = vi.fn(async () => [blurry]);
    const [first] = await repairFaces(
      facesOf({ ...blurry, brightness: 20 }),
      { checks: ["dark"], rounds: 1 },
      { repair: apply },
    );
    expect(first?.repair.steps.map(({ check }) => check)).toEqual(["dark"]);
    if (!first) throw new Error("no face");
    expect(await repairFaces([first], { checks: ["dark"], rounds: 1 }, { repair: apply })).toEqual([first]);
    const [second] = await repairFaces([first], { checks: ["blurry"], rounds: 1 }, { repair: apply });
    expect(repairedChecks(second?.repair.steps ?? [])).toEqual(["dark", "blurry"]);
  });
});
