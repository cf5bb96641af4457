import type { LiveText } from "../shape/live.ts";

/** The live view in German. */
export const live: LiveText = {
  heading: "Gesichter in Bewegung",
  lead: "Setzen Sie sich vor Ihre Kamera: Jedes Gesicht bekommt einen Rahmen und ein Alter, das sich in ein bis zwei Sekunden einpendelt.",
  privacy: "Jedes Einzelbild wird auf diesem Gerät ausgewertet und sofort vergessen. Nichts wird aufgezeichnet.",
  start: "Kamera starten",
  stop: "Anhalten",
  useThisPicture: "Dieses Bild verwenden",
  mirror: "Spiegeln",
  camera: "Kamera",
  unnamed: (position) => `Kamera ${position}`,
  usePhoto: "Stattdessen ein Foto verwenden",
  people: (count) => (count === 1 ? "Eine Person" : `${count} Personen`),
  nobody: "Noch niemand zu sehen",
  person: (letter) => `Person ${letter}`,
  settling: "Pendelt sich ein …",
  settled: "Eingependelt",
  speed: "Wofür die Zeit gebraucht wird",
  perSecond: (read, shown) => `${read} von ${shown} Bildern pro Sekunde`,
  perFrame: (ms) => `${ms}\u00a0ms pro Bild`,
  parts: { decode: "öffnen", detect: "Gesichter finden", estimate: "Alter schätzen", rest: "übergeben" },
};
