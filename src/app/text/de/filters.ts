import type { QualityText } from "../shape/quality.ts";

/** The filters in German. */
export const filters: QualityText["filters"] = {
  median: { label: "Median", done: "Einzelne Störpixel entfernt", params: { radius: "Fenster" } },
  bilateral: {
    label: "Bilateral",
    done: "Rauschen geglättet, Kanten erhalten",
    params: { sigmaColour: "Stärke", sigmaSpace: "Radius" },
  },
  gaussian: { label: "Gauß", done: "Weichgezeichnet", params: { sigma: "Radius" } },
  resample: {
    label: "Neuabtastung",
    done: "Aus weniger Pixeln neu gezeichnet",
    params: { factor: "Pixelgröße", method: "Verfahren" },
  },
  "auto-gamma": {
    label: "Auto-Gamma",
    done: "Helligkeit ausgeglichen",
    params: { strength: "Stärke", brightness: "Helligkeit", limit: "Grenze" },
  },
  gamma: { label: "Gamma", done: "Helligkeitskurve gebogen", params: { gamma: "Gamma" } },
  "histogram-equalisation": {
    label: "Tonwertausgleich",
    done: "Tonwerte über den ganzen Bereich verteilt",
    params: { strength: "Stärke" },
  },
  clahe: {
    label: "CLAHE",
    done: "Kontrast stellenweise angehoben",
    params: { strength: "Stärke", clipLimit: "Kontrastgrenze" },
  },
  "texture-boost": {
    label: "Struktur",
    done: "Struktur hervorgehoben",
    params: { amount: "Stärke", size: "Grobheit", edge: "Kantenschutz" },
  },
  "high-pass": { label: "Hochpass", done: "Feine Details geschärft", params: { amount: "Stärke" } },
  "unsharp-mask": {
    label: "Unscharf maskieren",
    done: "Kanten geschärft",
    params: { amount: "Stärke", sigma: "Radius", threshold: "Schwelle" },
  },
};
