import { expect, it } from "vitest";
import { assign } from "./assignment.ts";

/** The least sum over all ways to pair rows with columns or to leave them alone, by trying every one. */
function leastCost(costs: readonly (readonly number[])[], limit: number, taken: readonly number[] = []): number {
  const [row, ...rest] = costs;
  if (!row) return 0;
  const alone = limit + leastCost(rest, limit, taken);
  const paired = row.map((cost, column) =>
    taken.includes(column) || cost >= limit
      ? Number.POSITIVE_INFINITY
      : cost + leastCost(rest, limit, [...taken, column]),
  );
  return Math.min(alone, ...paired);
}

function costOf(costs: readonly (readonly number[])[], limit: number): number {
  const columns = assign(costs, limit);
  const used = columns.filter((column) => column !== undefined);
  expect(new Set(used).size).toBe(used.length);
  return columns.reduce<number>(
    (sum, column, row) => sum + (column === undefined ? limit : (costs[row]?.[column] as number)),
    0,
  );
}

it("prefers the least sum to the nearest pair", () => {
  expect(
    assign(
      [
        [1, 2],
        [1, 9],
      ],
      10,
    ),
  ).toEqual([1, 0]);
});

it("leaves alone what has no partner, and pairs nothing at the limit", () => {
  expect(assign([[3], [1], [2]], 10)).toEqual([undefined, 0, undefined]);
  expect(assign([[5, 7]], 5)).toEqual([undefined]);
  expect(assign([[], []], 1)).toEqual([undefined, undefined]);
  expect(assign([], 1)).toEqual([]);
});

it("finds the least sum, as trying everything does", () => {
  for (let trial = 0; trial < 300; trial++) {
    const noise = (index: number) => Math.abs((Math.sin((trial + 1) * 78.233 + index * 12.9898) * 43758.5453) % 1);
    const rows = 1 + (trial % 4);
    const columns = 1 + (trial % 5);
    const costs = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => noise(row * 10 + column)),
    );
    const limit = 0.2 + noise(99);
    expect(costOf(costs, limit)).toBeCloseTo(leastCost(costs, limit), 10);
  }
});
