import type { Side } from "../../quality/figures.ts";
import type { QualityText } from "../shape/quality.ts";
import { adjustment } from "./adjustment.ts";
import { filters } from "./filters.ts";

const SIDES: Readonly<Record<Side, string>> = {
  left: "nach\u00a0links",
  right: "nach\u00a0rechts",
  up: "nach\u00a0oben",
  down: "nach\u00a0unten",
};

/** The words about quality in German. */
export const quality: QualityText = {
  good: "Gutes Bild",
  findings: {
    soft: {
      adjective: "etwas weich",
      advice:
        "Etwas weich, wie die meisten Porträts: Für eine sicherere Schätzung gehen Sie näher heran und halten Sie still.",
    },
    blurry: {
      adjective: "unscharf",
      advice: "Unscharf: Halten Sie die Kamera ruhig und lassen Sie sie auf das Gesicht scharfstellen.",
    },
    noisy: {
      adjective: "verrauscht",
      advice: "Verrauscht: Sorgen Sie für mehr Licht oder nehmen Sie ein Bild, das nicht nachgeschärft wurde.",
    },
    harsh: { adjective: "hart beleuchtet", advice: "Hartes Licht: Wenden Sie sich von der Sonne oder der Lampe ab." },
    dark: { adjective: "dunkel", advice: "Zu dunkel: Wenden Sie sich einem Fenster zu." },
    bright: { adjective: "zu hell", advice: "Zu hell: Gehen Sie aus dem direkten Licht." },
    flat: {
      adjective: "flau",
      advice: "Flau, wie im Nebel: Putzen Sie das Objektiv und lassen Sie das Licht von der Seite kommen.",
    },
    small: {
      adjective: "zu klein",
      advice: "Kleines Gesicht: Gehen Sie näher heran oder nehmen Sie ein Bild mit mehr Pixeln.",
    },
  },
  metrics: {
    sharpness: "Schärfe",
    brightness: "Helligkeit",
    contrast: "Kontrast",
    resolutionPx: "Gesichtsgröße",
    noise: "Rauschen",
    clippedShadows: "Tiefen ohne Zeichnung",
    clippedHighlights: "Lichter ohne Zeichnung",
  },
  pixels: (value) => `${value}\u00a0px`,
  passes: "erfüllt",
  fails: "nicht erfüllt",
  standard: (low, high) => {
    if (low === undefined) return `höchstens ${high}`;
    return high === undefined ? `mindestens ${low}` : `${low} bis ${high}`;
  },
  axes: { tilt: "Geneigt", turn: "Gedreht", nod: "Gekippt" },
  degrees: (degrees, side) => (side ? `${degrees}°\u00a0${SIDES[side]}` : `${degrees}°`),
  repair: {
    heading: "Verbessertes Bild",
    before: "Vorher",
    after: "Nachher",
    compare: "Wie viel vom Bild vorher zu sehen ist, in Prozent",
  },
  lab: {
    open: "Filter ausprobieren",
    close: "Filter schließen",
    choose: "Filter",
    order: "Von oben nach unten angewendet.",
    reset: "Zurücksetzen",
  },
  filters,
  choices: {
    off: "aus",
    "3×3": "3×3",
    "5×5": "5×5",
    bilinear: "bilinear",
    bicubic: "bikubisch",
    Lanczos: "Lanczos",
  },
  adjustment,
};
