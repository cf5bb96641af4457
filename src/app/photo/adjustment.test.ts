import { expect, it } from "vitest";
import { adjustment as adjustmentDe } from "../text/de/adjustment.ts";
import { adjustment as adjustmentEn } from "../text/en/adjustment.ts";
import { adjustment as adjustmentFr } from "../text/fr/adjustment.ts";
import { repairedFor } from "./FaceDetails.tsx";

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
  expect(adjustmentDe.sentence(["dark"], ["noisy", "flat"])).toBe(
    "Geschätzt nach Aufhellen des Bildes; der Bereich ist breiter, weil so verrauschte und flaue Bilder täuschen können.",
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
  expect(repairedFor({ repairs: steps })).toEqual(["noisy", "dark"]);
});
