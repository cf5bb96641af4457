import type { QualityText } from "../shape/quality.ts";

/** The filters in French. */
export const filters: QualityText["filters"] = {
  median: { label: "Médian", done: "Pixels isolés retirés", params: { radius: "Fenêtre" } },
  bilateral: {
    label: "Bilatéral",
    done: "Grain lissé, contours gardés",
    params: { sigmaColour: "Force", sigmaSpace: "Rayon" },
  },
  gaussian: { label: "Gaussien", done: "Adoucie", params: { sigma: "Rayon" } },
  resample: {
    label: "Rééchantillonnage",
    done: "Redessinée avec moins de pixels",
    params: { factor: "Taille du pixel", method: "Méthode" },
  },
  "auto-gamma": {
    label: "Gamma auto",
    done: "Luminosité équilibrée",
    params: { strength: "Force", brightness: "Luminosité", limit: "Limite" },
  },
  gamma: { label: "Gamma", done: "Courbe de luminosité changée", params: { gamma: "Gamma" } },
  "histogram-equalisation": {
    label: "Égalisation",
    done: "Tons étalés sur toute l’échelle",
    params: { strength: "Force" },
  },
  clahe: {
    label: "CLAHE",
    done: "Contraste relevé, endroit par endroit",
    params: { strength: "Force", clipLimit: "Limite d’écrêtage" },
  },
  "texture-boost": {
    label: "Texture",
    done: "Texture renforcée",
    params: { amount: "Dose", size: "Grosseur", edge: "Protection des contours" },
  },
  "high-pass": { label: "Passe-haut", done: "Détails fins accentués", params: { amount: "Dose" } },
  "unsharp-mask": {
    label: "Masque flou",
    done: "Contours accentués",
    params: { amount: "Dose", sigma: "Rayon", threshold: "Seuil" },
  },
};
