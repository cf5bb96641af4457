import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { mapInOrder } from "./map-in-order.ts";

async function collect<T>(results: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const result of results) all.push(result);
  return all;
}

test("keeps the order although later items finish first", async () => {
  const work = async (ms: number) => {
    await setTimeout(ms);
    return ms;
  };
  expect(await collect(mapInOrder([20, 10, 0, 5], 3, work))).toEqual([20, 10, 0, 5]);
});

test("never has more than the given number under way", async () => {
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await setTimeout(1);
    running--;
  };
  await collect(mapInOrder(Array.from({ length: 10 }), 3, work));
  expect(most).toBe(3);
});

test("passes on the first failure", async () => {
  const work = async (item: number) => {
    if (item > 0) throw new Error(`item ${item}`);
  };
  await expect(collect(mapInOrder([0, 1, 2], 3, work))).rejects.toThrow("item 1");
});
