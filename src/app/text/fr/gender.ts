import type { GenderText } from "../shape/gender.ts";

export const gender: GenderText = {
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
