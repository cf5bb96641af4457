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

it("gives the first result when nothing was lost, and the second when something was, although there was no error", async () => {
  const safe = losing();
  expect(await retryAfterLoss(safe.work, safe.countLosses)).toBe(1);
  const once = losing(1);
  expect(await retryAfterLoss(once.work, once.countLosses)).toBe(2);
});

it("fails, and never gives a result, when something was lost twice", async () => {
  const twice = losing(1, 2);
  await expect(retryAfterLoss(twice.work, twice.countLosses)).rejects.toMatchObject({ code: "gpu-lost" });
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
