import type { CompareText } from "../shape/compare.ts";

/** The comparison in German. */
export const compare: CompareText = {
  heading: "Alle Modelle am selben Gesicht",
  lead: "Größe, veröffentlichter Fehler und Tempo, gerade eben auf diesem Gerät gemessen. Das verwendete Modell wertet Ihre nächsten Bilder aus.",
  noPicture: "Öffnen Sie ein Bild, und jedes Modell wertet es aus.",
  sample: "Beispiel nehmen",
  faces: "Gesicht für den Vergleich",
  face: (position) => `Gesicht ${position}`,
  noFace: "In diesem Bild wurde kein Gesicht gefunden: Öffnen Sie ein anderes.",
  modelCount: (count) => (count === 1 ? "Bisher ein Modell" : `${count} Modelle`),
  working: "Jedes Modell wertet das Bild aus",
  error: "Veröffentlichter Fehler",
  years: (years) => `im Mittel ${years} Jahre daneben`,
  accuracy: (share) => `${share} in der richtigen Gruppe`,
  onImages: (set, images) => `${set}, ${images} Gesichter`,
  speed: "Tempo hier",
  milliseconds: (ms) => `${ms} ms pro Gesicht`,
  size: "Größe",
  megabytes: (size, parameters) => `${size} MB, ${parameters} Parameter`,
  inUse: "In Verwendung",
  use: (name) => `${name} verwenden`,
  useShort: "Verwenden",
  card: (name) => `Modellkarte von ${name}`,
  knows: (low, high) => `Kennt nur Alter von ${low} bis ${high}`,
  notMeasured: "nicht gemessen",
};
