import type { GenderText } from "../shape/gender.ts";

export const gender: GenderText = {
  heading: "Second reading: apparent gender",
  switchOn: "Also say what gender a face appears to have",
  meaning:
    "A network sorts faces by two labels that annotators once chose from looks. It knows nothing about who somebody is, and nothing beyond two labels; it is off unless you switch it on.",
  measured: (right, set, images) => `It agreed with the label on ${right} of ${images} faces (${set}).`,
  reading: (apparent, share) => `Apparent gender: ${apparent} (${share})`,
  refused: "Apparent gender: no reading",
  wrong: (share) => `In our tests this label was wrong for ${share} of faces.`,
  caution: "A guess from looks; it says nothing about who somebody is.",
};
