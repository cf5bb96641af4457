import type { Check } from "../../../engine/index.ts";
import { listed } from "../format.ts";
import type { AdjustmentText } from "../shape/quality.ts";

/** In the dative, as “nach” asks for. */
const REPAIRS: Readonly<Record<Check, string>> = {
  noisy: "Glätten des Rauschens",
  small: "Vergrößern des Gesichts",
  dark: "Aufhellen des Bildes",
  bright: "Dämpfen des Lichts",
  flat: "Anheben des Kontrasts",
  blurry: "Schärfen des Gesichts",
};

const CAUSES: Readonly<Record<Check, string>> = {
  noisy: "verrauschte",
  small: "kleine",
  dark: "dunkle",
  bright: "helle",
  flat: "flaue",
  blurry: "unscharfe",
};

/** How a reading depends on its picture, in German. */
export const adjustment: AdjustmentText = {
  sentence: (repaired, widenedFor) => {
    const repairs = listed(
      "de",
      repaired.map((check) => REPAIRS[check]),
    );
    const causes = listed(
      "de",
      widenedFor.map((check) => CAUSES[check]),
    );
    const read = `Geschätzt nach ${repairs}`;
    const reason = `weil so ${causes} Bilder täuschen können`;
    if (widenedFor.length === 0) return `${read}.`;
    return repaired.length === 0
      ? `Der Bereich ist breiter, ${reason}.`
      : `${read}; der Bereich ist breiter, ${reason}.`;
  },
  note: (before, steps) => {
    if (before === 0)
      return "Das Alter wurde am unveränderten Gesicht geschätzt: Diese Verbesserung ist nur fürs Auge.";
    if (before === steps) return "Das Alter wurde am verbesserten Bild geschätzt.";
    return before === 1
      ? "Das Alter wurde nach dem ersten Schritt geschätzt; der Rest ist nur fürs Auge."
      : `Das Alter wurde nach den ersten ${before} Schritten geschätzt; der Rest ist nur fürs Auge.`;
  },
};
