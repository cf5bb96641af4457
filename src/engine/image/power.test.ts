import { expect, test } from "vitest";
import { bend } from "./power.ts";

test.each([0.25, 0.4, 1, 2.5, 4])("powers of %d are right to a thousandth of a grey level", (gamma) => {
  const values = Float32Array.from({ length: 10_000 }, (_, index) => 255 * (index / 9_999) ** 3);
  const bent = new Float32Array(values.length);
  bend(values, gamma, bent);
  const worst = bent.reduce((most, value, index) => {
    const exact = 255 * ((values[index] as number) / 255) ** gamma;
    return Math.max(most, Math.abs(value - exact));
  }, 0);
  expect(worst).toBeLessThan(1e-3);
});

test("what is nearly nothing stays nearly nothing", () => {
  const bent = new Float32Array(3);
  bend(new Float32Array([0, 1e-40, 1e-30]), 2, bent);
  expect([...bent]).toEqual([0, 0, 0]);
});
