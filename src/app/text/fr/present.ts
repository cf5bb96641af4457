import type { PresentText } from "../shape/present.ts";

export const present: PresentText = {
  stage: "Scène",
  caption: "âge apparent",
  stepIn: "Placez-vous devant la caméra",
  held: "Image figée",
  keys: "Touches",
  actions: {
    camera: "Allumer ou éteindre la caméra",
    "other-camera": "Caméra suivante",
    mirror: "Inverser la caméra comme un miroir",
    hold: "Figer l’image, ou la laisser continuer",
    next: "Exemple suivant",
    previous: "Exemple précédent",
    "full-screen": "Plein écran",
    reset: "Oublier ce visiteur",
    keys: "Montrer ou cacher ces touches",
    leave: "Quitter la scène",
  },
  keyNames: { " ": "Espace", Escape: "Échap" },
  promise: "Rien n’est conservé\u00a0: la scène oublie un visiteur parti, et tout après une minute sans touche.",
};
