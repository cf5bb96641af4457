import { expect, it } from "vitest";
import { adjustmentEn, adjustmentFr, repairedFor } from "./adjustment-text.ts";

it("says in one sentence what was repaired and why the range is wider", () => {
  expect(adjustmentEn.sentence(["dark", "flat"], [])).toBe("Read after balancing the light and raising the contrast.");
  expect(adjustmentEn.sentence([], ["bright"])).toBe("The range is wider, as pictures this bright can mislead.");
  expect(adjustmentEn.sentence(["noisy"], ["noisy"])).toBe(
    "Read after smoothing the grain; the range is wider, as pictures this grainy can mislead.",
  );
  expect(adjustmentFr.sentence([], ["bright"])).toBe(
    "L’intervalle est plus large, car des photos aussi claires peuvent tromper.",
  );
  expect(adjustmentFr.sentence(["dark"], ["noisy"])).toBe(
    "Lu après équilibrage de la lumière\u00a0; l’intervalle est plus large, car des photos aussi granuleuses peuvent tromper.",
  );
});

it("says which steps came before the estimate", () => {
  const notes = [0, 1, 2, 3].map((before) => adjustmentEn.note(before, 3));
  expect(new Set(notes).size).toBe(4);
  expect(notes[2]).toContain("first 2 steps");
  expect(adjustmentEn.note(1, 1)).toBe("The age was read from the repaired picture.");
  expect(adjustmentFr.note(1, 1)).toBe("L’âge a été lu sur la photo réparée.");
});

it("names each repaired check once", () => {
  const steps = (["noisy", "noisy", "dark"] as const).map(
    (check) => ({ filterId: "median", params: {}, check }) as const,
  );
  expect(repairedFor({ repairs: steps, tailFactor: 1, widenedFor: [] })).toEqual(["noisy", "dark"]);
});
