import type { Check } from "../../../engine/index.ts";
import { listed } from "../format.ts";
import type { AdjustmentText } from "../shape/quality.ts";

const REPAIRS: Readonly<Record<Check, string>> = {
  noisy: "smoothing the grain",
  small: "enlarging the face",
  dark: "balancing the light",
  bright: "softening the light",
  flat: "raising the contrast",
  blurry: "sharpening the face",
};

const CAUSES: Readonly<Record<Check, string>> = {
  noisy: "grainy",
  small: "small",
  dark: "dark",
  bright: "bright",
  flat: "flat",
  blurry: "blurry",
};

/** How a reading depends on its picture, in English. */
export const adjustment: AdjustmentText = {
  sentence: (repaired, widenedFor) => {
    const read = `Read after ${listed(
      "en",
      repaired.map((check) => REPAIRS[check]),
    )}`;
    const range = `the range is wider, as pictures this ${listed(
      "en",
      widenedFor.map((check) => CAUSES[check]),
    )} can mislead`;
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
