import type { QualityText } from "../shape/quality.ts";
import { adjustment } from "./adjustment.ts";
import { filters } from "./filters.ts";

/** The words about quality in English. */
export const quality: QualityText = {
  good: "Good picture",
  findings: {
    soft: {
      adjective: "slightly soft",
      advice: "Slightly soft, as most portraits are: come closer and hold still for a surer reading.",
    },
    blurry: { adjective: "blurry", advice: "Blurry: hold the camera still, and let it focus on the face." },
    noisy: { adjective: "grainy", advice: "Grainy: use more light, or a picture that was not sharpened." },
    harsh: { adjective: "harshly lit", advice: "Harsh light: turn away from the sun or the lamp." },
    dark: { adjective: "dark", advice: "Too dark: face a window." },
    bright: { adjective: "bright", advice: "Too bright: step out of the direct light." },
    flat: { adjective: "flat", advice: "Flat, as in fog: wipe the lens, and take the light from one side." },
    small: { adjective: "too small", advice: "Small face: come closer, or use a picture with more pixels." },
  },
  metrics: {
    sharpness: "Sharpness",
    brightness: "Brightness",
    contrast: "Contrast",
    resolutionPx: "Face size",
    noise: "Noise",
    clippedShadows: "Lost shadows",
    clippedHighlights: "Lost highlights",
  },
  pixels: (value) => `${value}\u00a0px`,
  passes: "passes",
  fails: "fails",
  standard: (low, high) => {
    if (low === undefined) return `at most ${high}`;
    return high === undefined ? `at least ${low}` : `${low} to ${high}`;
  },
  axes: { tilt: "Tilt", turn: "Turn", nod: "Nod" },
  degrees: (degrees, side) => (side ? `${degrees}°\u00a0${side}` : `${degrees}°`),
  repair: {
    heading: "Repaired picture",
    before: "Before",
    after: "After",
    compare: "How much of the picture before is shown, in percent",
  },
  lab: {
    open: "Play with filters",
    close: "Close filters",
    choose: "Filters",
    order: "Applied from top to bottom.",
    reset: "Reset",
  },
  filters,
  choices: { off: "off", "3×3": "3×3", "5×5": "5×5", bilinear: "bilinear", bicubic: "bicubic", Lanczos: "Lanczos" },
  adjustment,
};
