import { expect, test } from "vitest";
import { CLEAN } from "../../degrade/conditions.ts";
import { conditionRow } from "./condition-row.ts";
import { judgeRepairs, keptRepairs } from "./repairs.ts";
import { repairedState, sampleOf, stateOf } from "./testing/samples.ts";

/** Brightening takes 4 years off an error of 10, sharpening adds 3. */
const samples = Array.from({ length: 20 }, (_, index) =>
  sampleOf(String(index), stateOf(40, 0.1, ["dark", "blurry"]), [
    repairedState(["dark"], stateOf(36, 3, ["blurry"])),
    repairedState(["blurry"], stateOf(43, 0.1, ["dark"])),
    repairedState(["dark", "blurry"], stateOf(39, 2)),
  ]),
);
const measured = { condition: CLEAN, samples: [...samples, sampleOf("good", stateOf(30))] };

test("keeps the repair that helps and drops the one that hurts", () => {
  const verdicts = judgeRepairs([measured]);
  expect(verdicts).toMatchObject([
    { check: "dark", decision: "keep", overall: { samples: 20, maeBefore: 10, maeAfter: 6, change: { value: -4 } } },
    { check: "blurry", decision: "picture only", overall: { change: { value: 3 } } },
  ]);
  expect(keptRepairs(verdicts)).toEqual(["dark"]);
});

test("a row compares nothing, the whole plan and what is kept", () => {
  const row = conditionRow(measured, ["dark"]);
  expect(row.planned).toBeCloseTo(20 / 21);
  expect(row.before).toMatchObject({ mae: 200 / 21, pass: 1 / 21, coverage: 1 / 21 });
  expect(row.whole).toMatchObject({ mae: 180 / 21, pass: 1, coverage: 1 });
  expect(row.kept).toMatchObject({ mae: 120 / 21, pass: 1 / 21, coverage: 1 });
  expect(row.kept.change?.value).toBeCloseTo(-80 / 21);
});
