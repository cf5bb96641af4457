import { expect, test } from "vitest";
import { greyImage, redValues } from "../../image/testing/contract-images.ts";
import { bilateral } from "./index.ts";

test("one neighbour each side, weighted by nearness and likeness", () => {
  const image = greyImage(3, [50, 60, 50]);
  const values = redValues(bilateral.reference(image, { sigmaColour: 30, sigmaSpace: 0.5 }));
  // Distance 1 in space, 3 · 10 in colour; above and below the only row is itself.
  const near = Math.exp(-0.5 / 0.25);
  const alike = near * Math.exp(-0.5);
  expect(values[1]).toBeCloseTo((60 * (1 + 2 * near) + 2 * alike * 50) / (1 + 2 * near + 2 * alike), 3);
});

test("an edge far beyond sigma stays, small grain goes", () => {
  const line = redValues(
    bilateral.reference(greyImage(8, [20, 22, 20, 22, 220, 222, 220, 222]), { sigmaColour: 20, sigmaSpace: 2 }),
  );
  expect((line[3] as number) < 22 && (line[3] as number) > 20).toBe(true);
  expect((line[4] as number) > 220 && (line[4] as number) < 222).toBe(true);
});
