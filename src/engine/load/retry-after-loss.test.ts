import { expect, it } from "vitest";
import { retryAfterLoss } from "./retry-after-loss.ts";

/** Work that says which run it is; the runs named lose something. */
function losing(...lossyRuns: number[]) {
  let runs = 0;
  let losses = 0;
  const work = async () => {
    runs++;
    if (lossyRuns.includes(runs)) losses++;
    return runs;
  };
  return { work, countLosses: () => losses };
}

it.each([
  { lossyRuns: [], result: 1 },
  { lossyRuns: [1], result: 2 },
  { lossyRuns: [1, 2], result: 3 },
])("gives the first result of a run in which nothing was lost: $result", async ({ lossyRuns, result }) => {
  const { work, countLosses } = losing(...lossyRuns);
  expect(await retryAfterLoss(work, countLosses)).toBe(result);
});

it("fails, and never gives a result, when something was lost three times", async () => {
  const { work, countLosses } = losing(1, 2, 3);
  await expect(retryAfterLoss(work, countLosses)).rejects.toMatchObject({ code: "gpu-lost" });
});

it("runs again after an error only when something was lost", async () => {
  let runs = 0;
  let losses = 0;
  const failing = async () => {
    if (++runs === 1) throw new Error("device gone");
    return runs;
  };
  await expect(retryAfterLoss(failing, () => losses)).rejects.toThrow("device gone");
  runs = 0;
  const losingToo = async () => {
    losses = 1;
    return failing();
  };
  expect(await retryAfterLoss(losingToo, () => losses)).toBe(2);
});
