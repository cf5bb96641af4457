import { expect, test } from "vitest";
import { greyImage, redValues } from "../../image/testing/contract-images.ts";
import { highPass } from "./index.ts";

test("a bright pixel gains its difference to its neighbours, they lose an eighth", () => {
  const image = greyImage(
    5,
    Array.from({ length: 25 }, (_, pixel) => (pixel === 12 ? 116 : 100)),
  );
  const values = redValues(highPass.reference(image, { amount: 0.5 }));
  expect(values[12]).toBeCloseTo(116 + 0.5 * 16, 3);
  expect(values[6]).toBeCloseTo(100 - (0.5 * 16) / 8, 3);
  expect(values[0]).toBeCloseTo(100, 3);
});
