import { expect, it, vi } from "vitest";
import { EngineError } from "../errors.ts";
import { Requests } from "./requests.ts";

it("settles with the value, a failure's code, or the cancellation", async () => {
  const requests = new Requests();
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await requests.run(1, async () => 42)).toEqual({ status: "done", value: 42 });
  const failing = requests.run(2, () => Promise.reject(new EngineError("gpu-lost", "gone")));
  expect(await failing).toEqual({ status: "failed", code: "gpu-lost", message: "gone" });
  const unexpected = await requests.run(3, () => Promise.reject(new TypeError("x is undefined")));
  expect(unexpected).toMatchObject({ status: "failed", code: "internal" });
});

it("stops a cancelled request at its next checkpoint, and no other", async () => {
  const requests = new Requests();
  let steps = 0;
  const work = (checkpoint: () => Promise<void>) =>
    (async () => {
      for (; steps < 1000; steps++) await checkpoint();
    })();
  const cancelled = requests.run(1, work);
  requests.cancel(1);
  expect(await cancelled).toEqual({ status: "cancelled" });
  expect(steps).toBe(0);
  expect(await requests.run(2, async (checkpoint) => checkpoint())).toMatchObject({ status: "done" });
});
