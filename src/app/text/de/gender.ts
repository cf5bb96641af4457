import type { GenderText } from "../shape/gender.ts";

/** The second reading in German. */
export const gender: GenderText = {
  heading: "Zweite Schätzung: wahrgenommenes Geschlecht",
  switchOn: "Auch angeben, als welches Geschlecht ein Gesicht wahrgenommen wird",
  meaning:
    "Ein Netz sortiert Gesichter nach zwei Bezeichnungen, die andere Menschen allein nach dem Aussehen vergeben haben. Es weiß nichts darüber, wer jemand ist, und kennt nur diese zwei; es bleibt aus, solange Sie es nicht einschalten.",
  measured: (right, set, images) =>
    `Es stimmte bei ${right} von ${images} Gesichtern mit der Bezeichnung überein (${set}).`,
  reading: (apparent, share) =>
    `Wahrgenommenes Geschlecht: ${apparent === "female" ? "weiblich" : "männlich"} (${share})`,
  refused: "Wahrgenommenes Geschlecht: keine Angabe",
  wrong: (share) => `In unseren Tests war diese Bezeichnung bei ${share} der Gesichter falsch.`,
  caution: "Eine Vermutung nach dem Aussehen; sie sagt nichts darüber, wer jemand ist.",
};
