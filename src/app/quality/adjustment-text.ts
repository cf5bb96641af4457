import type { Check, ReadingAdjustment } from "../../engine/index.ts";
import { defineText } from "../text/define-text.ts";

/** How a reading depends on what was done to its picture, in words. */
export interface AdjustmentText {
  /** One sentence below a reading that was read after a repair, or whose range is wider than usual. */
  readonly sentence: (repaired: readonly Check[], widenedFor: readonly Check[]) => string;
  /** How many of the steps that are listed above came before the estimate. */
  readonly note: (before: number, steps: number) => string;
}

/** The checks for whose sake a reading's picture was repaired, each once. */
export function repairedFor({ repairs }: ReadingAdjustment): Check[] {
  return [...new Set(repairs.map(({ check }) => check))];
}

const REPAIRS_EN: Readonly<Record<Check, string>> = {
  noisy: "smoothing the grain",
  small: "enlarging the face",
  dark: "balancing the light",
  bright: "softening the light",
  flat: "raising the contrast",
  blurry: "sharpening the face",
};

const CAUSES_EN: Readonly<Record<Check, string>> = {
  noisy: "grainy",
  small: "small",
  dark: "dark",
  bright: "bright",
  flat: "flat",
  blurry: "blurry",
};

const REPAIRS_FR: Readonly<Record<Check, string>> = {
  noisy: "lissage du grain",
  small: "agrandissement du visage",
  dark: "équilibrage de la lumière",
  bright: "adoucissement de la lumière",
  flat: "rehaussement du contraste",
  blurry: "accentuation du visage",
};

const CAUSES_FR: Readonly<Record<Check, string>> = {
  noisy: "granuleuses",
  small: "petites",
  dark: "sombres",
  bright: "claires",
  flat: "ternes",
  blurry: "floues",
};

export const adjustmentEn: AdjustmentText = {
  sentence: (repaired, widenedFor) => {
    const read = `Read after ${listed("en-GB", repaired, REPAIRS_EN)}`;
    const range = `the range is wider, as pictures this ${listed("en-GB", widenedFor, CAUSES_EN)} can mislead`;
    if (widenedFor.length === 0) return `${read}.`;
    return repaired.length === 0 ? `T${range.slice(1)}.` : `${read}; ${range}.`;
  },
  note: (before, steps) => {
    if (before === 0) return "The age was read from the face as it was found: this repair is for the eye alone.";
    if (before === steps) return "The age was read from the repaired picture.";
    return before === 1
      ? "The age was read after the first step; the rest is for the eye alone."
      : `The age was read after the first ${before} steps; the rest is for the eye alone.`;
  },
};

export const adjustmentFr: AdjustmentText = {
  sentence: (repaired, widenedFor) => {
    const read = `Lu après ${listed("fr", repaired, REPAIRS_FR)}`;
    const range = `l’intervalle est plus large, car des photos aussi ${listed("fr", widenedFor, CAUSES_FR)} peuvent tromper`;
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

/** The words in the page's language. */
export const useAdjustmentText = defineText({ en: adjustmentEn, fr: adjustmentFr });

function listed(locale: string, checks: readonly Check[], words: Readonly<Record<Check, string>>): string {
  return new Intl.ListFormat(locale).format(checks.map((check) => words[check]));
}
