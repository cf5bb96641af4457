import type { CameraText } from "../shape/camera.ts";

/** The sentences about cameras in German. */
export const camera: CameraText = {
  opening: "Warten auf die Kamera. Ihr Browser fragt vielleicht, ob AgeLens sie verwenden darf.",
  picture: "Das Bild Ihrer Kamera",
  problems: {
    denied: {
      what: "Die Kamera ist hier nicht erlaubt.",
      advice:
        "Erlauben Sie sie neben der Adresse der Seite oder in den Datenschutzeinstellungen Ihres Systems und versuchen Sie es noch einmal.",
    },
    none: { what: "Keine Kamera gefunden.", advice: "Schließen Sie eine an: Sie startet von selbst." },
    "in-use": {
      what: "Ein anderes Programm verwendet die Kamera.",
      advice: "Beenden Sie sie dort, zum Beispiel in einem Videoanruf, und versuchen Sie es noch einmal.",
    },
    gone: {
      what: "Die Kamera wurde getrennt.",
      advice: "Schließen Sie sie wieder an: Sie startet von selbst.",
    },
    silent: {
      what: "Die Kamera liefert kein Bild.",
      advice: "Ist sie abgedeckt oder per Taste ausgeschaltet? Es geht weiter, sobald ein Bild kommt.",
    },
    framed: {
      what: "Die Seite, in die diese eingebettet ist, erlaubt ihr keine Kamera.",
      advice: "Öffnen Sie AgeLens in einem eigenen Tab.",
    },
    insecure: {
      what: "Browser geben eine Kamera nur an sichere Adressen.",
      advice:
        "Öffnen Sie AgeLens über eine Adresse, die mit https beginnt, oder auf diesem Gerät selbst über localhost.",
    },
    "not-offered": {
      what: "Dieser Browser gibt der Seite keine Kamera.",
      advice: "Öffnen Sie sie in einem aktuellen Browser.",
    },
    unknown: {
      what: "Die Kamera ist nicht gestartet.",
      advice: "Versuchen Sie es noch einmal oder wählen Sie eine andere Kamera.",
    },
  },
  tryAgain: "Noch einmal versuchen",
};
