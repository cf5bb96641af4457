import { describe, expect, it } from "vitest";
import {
  applySimilarity,
  composeSimilarities,
  fitSimilarity,
  invertSimilarity,
  similarityScale,
} from "./similarity.ts";

const quarterTurnTwice = { a: 0, b: 2, tx: 5, ty: -1 };

describe("similarity", () => {
  it("turns, scales and moves a point", () => {
    expect(applySimilarity(quarterTurnTwice, { x: 1, y: 0 })).toEqual({ x: 5, y: 1 });
    expect(similarityScale(quarterTurnTwice)).toBe(2);
  });

  it("is undone by its inverse", () => {
    const point = { x: 3.5, y: -7 };
    const back = applySimilarity(invertSimilarity(quarterTurnTwice), applySimilarity(quarterTurnTwice, point));
    expect(back.x).toBeCloseTo(point.x, 12);
    expect(back.y).toBeCloseTo(point.y, 12);
  });

  it("composes as one map after the other", () => {
    const inner = { a: 1, b: 1, tx: 2, ty: 3 };
    const point = { x: -4, y: 9 };
    const once = applySimilarity(composeSimilarities(quarterTurnTwice, inner), point);
    expect(once).toEqual(applySimilarity(quarterTurnTwice, applySimilarity(inner, point)));
  });
});

describe("fitSimilarity", () => {
  const from = [
    { x: 0, y: 0 },
    { x: 4, y: 0 },
    { x: 1, y: 3 },
  ];

  it("finds the exact map between matching points", () => {
    const fitted = fitSimilarity(
      from,
      from.map((point) => applySimilarity(quarterTurnTwice, point)),
    );
    expect(fitted?.a).toBeCloseTo(0, 12);
    expect(fitted?.b).toBeCloseTo(2, 12);
    expect(fitted?.tx).toBeCloseTo(5, 12);
    expect(fitted?.ty).toBeCloseTo(-1, 12);
  });

  it("minimises squared distances: any nudge makes them larger", () => {
    const to = [
      { x: 1, y: 1 },
      { x: 6, y: 2 },
      { x: 1, y: 5 },
    ];
    const best = fitSimilarity(from, to);
    if (!best) throw new Error("no fit");
    const cost = (map: typeof best) =>
      from.reduce((sum, point, index) => {
        const mapped = applySimilarity(map, point);
        const target = to[index] as (typeof to)[number];
        return sum + (mapped.x - target.x) ** 2 + (mapped.y - target.y) ** 2;
      }, 0);
    for (const key of ["a", "b", "tx", "ty"] as const) {
      expect(cost({ ...best, [key]: best[key] + 0.01 })).toBeGreaterThan(cost(best));
      expect(cost({ ...best, [key]: best[key] - 0.01 })).toBeGreaterThan(cost(best));
    }
  });

  it("has no answer for points that coincide", () => {
    expect(
      fitSimilarity(
        [
          { x: 1, y: 1 },
          { x: 1, y: 1 },
        ],
        [
          { x: 0, y: 0 },
          { x: 2, y: 2 },
        ],
      ),
    ).toBeUndefined();
  });
});
