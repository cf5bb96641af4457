import type { Check } from "../../../engine/index.ts";
import { listed } from "../format.ts";
import type { AdjustmentText } from "../shape/quality.ts";

const REPAIRS: Readonly<Record<Check, string>> = {
  noisy: "lissage du grain",
  small: "agrandissement du visage",
  dark: "équilibrage de la lumière",
  bright: "adoucissement de la lumière",
  flat: "rehaussement du contraste",
  blurry: "accentuation du visage",
};

const CAUSES: Readonly<Record<Check, string>> = {
  noisy: "granuleuses",
  small: "petites",
  dark: "sombres",
  bright: "claires",
  flat: "ternes",
  blurry: "floues",
};

/** How a reading depends on its picture, in French. */
export const adjustment: AdjustmentText = {
  sentence: (repaired, widenedFor) => {
    const read = `Lu après ${listed(
      "fr",
      repaired.map((check) => REPAIRS[check]),
    )}`;
    const range = `l’intervalle est plus large, car des photos aussi ${listed(
      "fr",
      widenedFor.map((check) => CAUSES[check]),
    )} peuvent tromper`;
    if (widenedFor.length === 0) return `${read}.`;
    return repaired.length === 0 ? `L${range.slice(1)}.` : `${read}\u00a0; ${range}.`;
  },
  note: (before, steps) => {
    if (before === 0)
      return "L’âge a été lu sur le visage tel qu’il a été trouvé\u00a0: cette réparation n’est que pour l’œil.";
    if (before === steps) return "L’âge a été lu sur la photo réparée.";
    return before === 1
      ? "L’âge a été lu après la première étape\u00a0; le reste n’est que pour l’œil."
      : `L’âge a été lu après les ${before} premières étapes\u00a0; le reste n’est que pour l’œil.`;
  },
};
