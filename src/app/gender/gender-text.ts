import { defineText } from "../text/define-text.ts";

/** The words of the second reading. */
interface GenderText {
  readonly heading: string;
  readonly switchOn: string;
  readonly meaning: string;
  /** `right` is a share of faces. */
  readonly measured: (right: string, set: string, images: string) => string;
  readonly reading: (apparent: "female" | "male", share: string) => string;
  readonly refused: string;
  readonly wrong: (share: string) => string;
  readonly caution: string;
}

const en: GenderText = {
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

const fr: GenderText = {
  heading: "Seconde lecture\u00a0: genre apparent",
  switchOn: "Dire aussi quel genre un visage semble avoir",
  meaning:
    "Un réseau range les visages selon deux étiquettes que des annotateurs ont choisies sur l’apparence. Il ne sait rien de qui est une personne, ni rien au-delà de deux étiquettes\u00a0; il reste éteint tant que vous ne l’allumez pas.",
  measured: (right, set, images) =>
    `Il était d’accord avec l’étiquette pour ${right} de ${images}\u00a0visages (${set}).`,
  reading: (apparent, share) => `Genre apparent\u00a0: ${apparent === "female" ? "féminin" : "masculin"} (${share})`,
  refused: "Genre apparent\u00a0: pas de lecture",
  wrong: (share) => `Dans nos tests, cette étiquette était fausse pour ${share} des visages.`,
  caution: "Une supposition d’après l’apparence\u00a0; elle ne dit rien de qui est une personne.",
};

export const useGenderText = defineText({ en, fr });
