import type { QualityText } from "../shape/quality.ts";

/** The filters in English. */
export const filters: QualityText["filters"] = {
  median: { label: "Median", done: "Removed stray pixels", params: { radius: "Window" } },
  bilateral: {
    label: "Bilateral",
    done: "Smoothed grain and kept edges",
    params: { sigmaColour: "Strength", sigmaSpace: "Radius" },
  },
  gaussian: { label: "Gaussian", done: "Blurred", params: { sigma: "Radius" } },
  resample: {
    label: "Resampling",
    done: "Drawn again from fewer pixels",
    params: { factor: "Pixel size", method: "Method" },
  },
  "auto-gamma": {
    label: "Auto gamma",
    done: "Balanced the brightness",
    params: { strength: "Strength", brightness: "Brightness", limit: "Limit" },
  },
  gamma: { label: "Gamma", done: "Bent the brightness curve", params: { gamma: "Gamma" } },
  "histogram-equalisation": {
    label: "Equalisation",
    done: "Spread the tones over the whole range",
    params: { strength: "Strength" },
  },
  clahe: {
    label: "CLAHE",
    done: "Raised the contrast, place by place",
    params: { strength: "Strength", clipLimit: "Clip limit" },
  },
  "texture-boost": {
    label: "Texture",
    done: "Brought out texture",
    params: { amount: "Amount", size: "Coarseness", edge: "Edge protection" },
  },
  "high-pass": { label: "High-pass", done: "Sharpened fine detail", params: { amount: "Amount" } },
  "unsharp-mask": {
    label: "Unsharp mask",
    done: "Sharpened edges",
    params: { amount: "Amount", sigma: "Radius", threshold: "Threshold" },
  },
};
