import { expect, it } from "vitest";
import { Shared } from "./shared.ts";

it("loads once for all who ask", async () => {
  let loads = 0;
  const shared = new Shared(async () => ++loads);
  expect(await Promise.all([shared.get(), shared.get()])).toEqual([1, 1]);
  expect(await shared.get()).toBe(1);
});

it("forgets a failed load, so that a retry works", async () => {
  let loads = 0;
  const shared = new Shared(async () => {
    loads++;
    if (loads === 1) throw new Error("offline");
    return loads;
  });
  await expect(shared.get()).rejects.toThrow("offline");
  expect(await shared.get()).toBe(2);
});

it("loads anew after it was told to forget", async () => {
  let loads = 0;
  const shared = new Shared(async () => ++loads);
  await shared.get();
  shared.forget();
  expect(await shared.get()).toBe(2);
});
