import type { ElementText } from "./text.ts";

/** The element in German. */
export const de: ElementText = {
  picture: "Bild",
  faces: "Gesichter im Bild",
  reading: "Alter werden gelesen …",
  loading: (loaded, total) => `Wird geladen: ${loaded} von ${total} MB`,
  noFace: "Kein Gesicht gefunden",
  face: (position, ages) => (position === undefined ? ages : `Gesicht ${position}: ${ages}`),
  ages: (years, low, high) => `${years} ${years === 1 ? "Jahr" : "Jahre"}, am ehesten ${low} bis ${high}`,
  noAge: "kein Alter: Dieses Gesicht ist zu schwer zu erkennen",
  start: "Kamera starten",
  stop: "Beenden",
  again: "Noch einmal versuchen",
  opening: "Warten auf die Kamera …",
  privacy: "Bilder bleiben auf diesem Gerät.",
  troubles: {
    picture: "Dieses Bild lässt sich nicht lesen.",
    server: "Der Altersleser konnte nicht geladen werden.",
    device: "Dieser Browser konnte kein Alter lesen.",
    "not-allowed": "Die Kamera ist hier nicht erlaubt.",
    "no-camera": "Es wurde keine Kamera gefunden.",
    "camera-busy": "Ein anderes Programm verwendet die Kamera.",
    camera: "Die Kamera sendet kein Bild.",
  },
};
