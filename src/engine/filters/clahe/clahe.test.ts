import { expect, test } from "vitest";
import { fillImage } from "../../image/planes.ts";
import { measureReference } from "../../metrics/reference.ts";
import { clahe } from "./index.ts";

const SIZE = { width: 64, height: 64 };

test("a clipped histogram of one grey leaves that grey nearly alone", () => {
  const filtered = clahe.reference(
    fillImage(SIZE, () => 90),
    { strength: 1, clipLimit: 1 },
  );
  // Tiles of 256 pixels, limit 1: 255 of excess go one each to bins 0…254; 92 of 256 lie at 90 or below.
  expect(filtered.data[0]).toBeCloseTo((255 * 92) / 256, 3);
});

test("raises the contrast of a dull picture, more so with a higher limit", () => {
  const dull = fillImage(SIZE, (x, y) => 100 + ((x * 7 + y * 5) % 20));
  const contrasts = [1, 2, 8].map(
    (clipLimit) => measureReference(clahe.reference(dull, { strength: 1, clipLimit })).contrast,
  );
  expect(contrasts[1]).toBeGreaterThan(1.3 * (contrasts[0] as number));
  expect(contrasts[2]).toBeGreaterThan(1.3 * (contrasts[1] as number));
});
