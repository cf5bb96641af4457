import { defineText } from "../text/define-text.ts";

/** The words of the comparison. */
interface CompareText {
  readonly heading: string;
  readonly lead: string;
  readonly noPicture: string;
  readonly sample: string;
  readonly faces: string;
  readonly face: (position: number) => string;
  readonly noFace: string;
  readonly modelCount: (count: number) => string;
  readonly working: string;
  readonly error: string;
  readonly years: (years: string) => string;
  readonly accuracy: (share: string) => string;
  readonly onImages: (set: string, images: string) => string;
  readonly speed: string;
  readonly milliseconds: (ms: string) => string;
  readonly size: string;
  readonly megabytes: (size: string, parameters: string) => string;
  readonly inUse: string;
  readonly use: (name: string) => string;
  readonly useShort: string;
  readonly card: (name: string) => string;
  readonly knows: (low: number, high: number) => string;
  readonly notMeasured: string;
}

const en: CompareText = {
  heading: "Every model on the same face",
  lead: "Size, published error, and speed as measured on this device just now. The one in use reads your next pictures.",
  noPicture: "Open a picture, and every model reads it.",
  sample: "Take the sample",
  faces: "Face to compare",
  face: (position) => `Face ${position}`,
  noFace: "No face was found in this picture: open another one.",
  modelCount: (count) => (count === 1 ? "One model so far" : `${count} models`),
  working: "Reading with every model",
  error: "Published error",
  years: (years) => `${years} years off on average`,
  accuracy: (share) => `${share} in the right group`,
  onImages: (set, images) => `${set}, ${images} faces`,
  speed: "Speed here",
  milliseconds: (ms) => `${ms} ms per face`,
  size: "Size",
  megabytes: (size, parameters) => `${size} MB, ${parameters} parameters`,
  inUse: "In use",
  use: (name) => `Use ${name}`,
  useShort: "Use this",
  card: (name) => `Model card of ${name}`,
  knows: (low, high) => `Only knows ages from ${low} to ${high}`,
  notMeasured: "not measured",
};

const fr: CompareText = {
  heading: "Tous les modèles sur le même visage",
  lead: "Taille, erreur publiée, et vitesse mesurée à l’instant sur cet appareil. Celui qui est en service lira vos prochaines photos.",
  noPicture: "Ouvrez une photo\u00a0: chaque modèle la lira.",
  sample: "Prendre l’exemple",
  faces: "Visage à comparer",
  face: (position) => `Visage ${position}`,
  noFace: "Aucun visage n’a été trouvé sur cette photo\u00a0: ouvrez-en une autre.",
  modelCount: (count) => (count === 1 ? "Un seul modèle pour l’instant" : `${count} modèles`),
  working: "Lecture par chaque modèle",
  error: "Erreur publiée",
  years: (years) => `${years} ans d’écart en moyenne`,
  accuracy: (share) => `${share} dans le bon groupe`,
  onImages: (set, images) => `${set}, ${images} visages`,
  speed: "Vitesse ici",
  milliseconds: (ms) => `${ms} ms par visage`,
  size: "Taille",
  megabytes: (size, parameters) => `${size} Mo, ${parameters} paramètres`,
  inUse: "En service",
  use: (name) => `Utiliser ${name}`,
  useShort: "Utiliser",
  card: (name) => `Fiche du modèle ${name}`,
  knows: (low, high) => `Ne connaît que les âges de ${low} à ${high} ans`,
  notMeasured: "non mesurée",
};

export const useCompareText = defineText({ en, fr });
