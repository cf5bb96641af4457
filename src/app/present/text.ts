import { defineText } from "../text/define-text.ts";
import type { StageAction } from "./keys.ts";

/** What the stage has to say. */
interface PresentText {
  readonly stage: string;
  readonly looks: string;
  readonly stepIn: string;
  readonly held: string;
  readonly keys: string;
  readonly actions: Readonly<Record<StageAction, string>>;
  /** Keys that have a name instead of a sign. */
  readonly keyNames: Readonly<Record<string, string>>;
  readonly promise: string;
}

const en: PresentText = {
  stage: "Stage",
  looks: "looks about",
  stepIn: "Step in front of the camera",
  held: "Held",
  keys: "Keys",
  actions: {
    camera: "Camera on or off",
    "other-camera": "Next camera",
    mirror: "Mirror the camera",
    hold: "Hold the picture, or let it go on",
    next: "Next sample",
    previous: "Sample before",
    "full-screen": "Full screen",
    reset: "Forget this visitor",
    keys: "Show or hide these keys",
    leave: "Leave the stage",
  },
  keyNames: { " ": "Space", Escape: "Esc" },
  promise: "Nothing is kept: the stage forgets a visitor who has left, and everything after a minute without a key.",
};

const fr: PresentText = {
  stage: "Scène",
  looks: "âge apparent",
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

/** The sentences of the stage. */
export const usePresentText = defineText({ en, fr });
