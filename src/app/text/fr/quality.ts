import type { Side } from "../../quality/figures.ts";
import type { QualityText } from "../shape/quality.ts";
import { adjustment } from "./adjustment.ts";
import { filters } from "./filters.ts";

const SIDES: Readonly<Record<Side, string>> = {
  left: "à\u00a0gauche",
  right: "à\u00a0droite",
  up: "vers le haut",
  down: "vers le bas",
};

/** The words about quality in French. */
export const quality: QualityText = {
  good: "Bonne photo",
  findings: {
    soft: {
      adjective: "un peu floue",
      advice:
        "Un peu floue, comme la plupart des portraits\u00a0: approchez-vous sans bouger pour une lecture plus sûre.",
    },
    blurry: {
      adjective: "floue",
      advice: "Floue\u00a0: tenez l’appareil sans bouger et faites la mise au point sur le visage.",
    },
    noisy: {
      adjective: "granuleuse",
      advice: "Du grain\u00a0: prenez plus de lumière, ou une photo qui n’a pas été accentuée.",
    },
    harsh: {
      adjective: "à la lumière dure",
      advice: "Lumière dure\u00a0: tournez-vous à l’écart du soleil ou de la lampe.",
    },
    dark: { adjective: "sombre", advice: "Trop sombre\u00a0: mettez-vous face à une fenêtre." },
    bright: { adjective: "trop claire", advice: "Trop claire\u00a0: sortez de la lumière directe." },
    flat: { adjective: "terne", advice: "Terne, comme voilée\u00a0: essuyez l’objectif et éclairez de côté." },
    small: {
      adjective: "trop petite",
      advice: "Petit visage\u00a0: approchez-vous, ou prenez une photo avec plus de pixels.",
    },
  },
  metrics: {
    sharpness: "Netteté",
    brightness: "Luminosité",
    contrast: "Contraste",
    resolutionPx: "Taille",
    noise: "Bruit",
    clippedShadows: "Noirs bouchés",
    clippedHighlights: "Blancs brûlés",
  },
  pixels: (value) => `${value}\u00a0px`,
  passes: "conforme",
  fails: "non conforme",
  standard: (low, high) => {
    if (low === undefined) return `au plus ${high}`;
    return high === undefined ? `au moins ${low}` : `de ${low} à ${high}`;
  },
  axes: { tilt: "Penché", turn: "Tourné", nod: "Incliné" },
  degrees: (degrees, side) => (side ? `${degrees}° ${SIDES[side]}` : `${degrees}°`),
  repair: {
    heading: "Photo réparée",
    before: "Avant",
    after: "Après",
    compare: "Part de la photo d’avant qui est montrée, en pour cent",
  },
  lab: {
    open: "Jouer avec les filtres",
    close: "Fermer les filtres",
    choose: "Filtres",
    order: "Appliqués de haut en bas.",
    reset: "Réinitialiser",
  },
  filters,
  choices: {
    off: "sans",
    "3×3": "3×3",
    "5×5": "5×5",
    bilinear: "bilinéaire",
    bicubic: "bicubique",
    Lanczos: "Lanczos",
  },
  adjustment,
};
