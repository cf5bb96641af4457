import type { PresentText } from "../shape/present.ts";

/** The sentences of the stage in German. */
export const present: PresentText = {
  stage: "Bühne",
  caption: "wirkt etwa",
  stepIn: "Treten Sie vor die Kamera",
  held: "Angehalten",
  keys: "Tasten",
  actions: {
    camera: "Kamera ein- oder ausschalten",
    "other-camera": "Nächste Kamera",
    mirror: "Kamera spiegeln",
    hold: "Bild anhalten oder weiterlaufen lassen",
    next: "Nächstes Beispiel",
    previous: "Vorheriges Beispiel",
    "full-screen": "Vollbild",
    reset: "Diesen Gast vergessen",
    keys: "Diese Tasten ein- oder ausblenden",
    leave: "Bühne verlassen",
  },
  keyNames: { " ": "Leertaste", Escape: "Esc" },
  promise:
    "Nichts wird aufbewahrt: Die Bühne vergisst einen Gast, der gegangen ist, und nach einer Minute ohne Tastendruck alles.",
};
