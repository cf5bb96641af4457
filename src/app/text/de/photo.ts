import { wholeTenths } from "../format.ts";
import type { PhotoText } from "../shape/photo.ts";

/** “8 von 10 Gesichtern” where the level is whole tenths, else a percentage; in the dative, as “bei” asks for. */
function share(level: number): string {
  const tenths = wholeTenths(level);
  return tenths === undefined
    ? `${Math.round(level * 100)}\u00a0% der Gesichter`
    : `${tenths}\u00a0von\u00a010 Gesichtern`;
}

function faceCount(count: number): string {
  if (count === 0) return "Kein Gesicht in diesem Bild gefunden";
  return count === 1 ? "Ein Gesicht" : `${count} Gesichter`;
}

/** Pictures and faces in German. */
export const photo: PhotoText = {
  picture: "Ihr Bild",
  facesInPicture: "Gesichter im Bild",
  faceCount,
  face: (position, years) => `Gesicht ${position}: ${years ?? "kein Alter"}`,
  years: (years) => (years === 1 ? "1 Jahr" : `${years} Jahre`),
  between: ({ low, high }) =>
    low === high ? `Am wahrscheinlichsten: ${low}.` : `Am wahrscheinlichsten: zwischen ${low} und ${high}.`,
  share,
  promise: (part) => `In unseren Tests lag das wahre Alter bei ${part} in einem solchen Bereich.`,
  byOutline: "Augen und Mund sind hier kaum zu erkennen: Nehmen Sie diese Schätzung mit größerer Vorsicht.",
  refused: "Kein Alter",
  refusal: {
    "not-finite":
      "Das Altersmodell hat für dieses Gesicht kein brauchbares Ergebnis geliefert. Versuchen Sie es mit einem schärferen oder größeren Bild.",
    unclear:
      "So, wie dieses Gesicht hier zu sehen ist, passt fast jedes Alter, und eine Zahl wäre geraten. Versuchen Sie es mit einem schärferen Bild aus der Nähe und von vorn.",
    noisy:
      "Hier ist mehr Bildrauschen als Gesicht, ein Alter wäre geraten. Sorgen Sie für mehr Licht oder nehmen Sie ein anderes Bild.",
    small:
      "Dieses Gesicht besteht aus zu wenigen Pixeln, ein Alter wäre geraten. Gehen Sie näher heran oder nehmen Sie ein größeres Bild.",
    dark: "Von diesem Gesicht ist im Dunkeln zu wenig zu sehen, ein Alter wäre geraten. Wenden Sie sich einem Fenster zu.",
    bright: "Dieses Gesicht ist größtenteils überstrahlt, ein Alter wäre geraten. Gehen Sie aus dem direkten Licht.",
    flat: "Hier hebt sich zu wenig vom Schleier ab, ein Alter wäre geraten. Putzen Sie das Objektiv oder gehen Sie näher heran.",
    blurry:
      "Dieses Gesicht ist zu unscharf, ein Alter wäre geraten. Halten Sie die Kamera ruhig und lassen Sie sie scharfstellen.",
  },
  noFaceAdvice:
    "Versuchen Sie es mit einem Bild, auf dem ein Gesicht größer, gut beleuchtet und der Kamera zugewandt ist.",
  announce: (count, faces) => `Fertig. ${faceCount(count)}${faces.length > 0 ? `: ${faces.join("; ")}` : ""}.`,
  zoom: {
    stage: "Bild. Plus und Minus zoomen, die Pfeiltasten verschieben, Null zeigt das ganze Bild",
    in: "Vergrößern",
    out: "Verkleinern",
    reset: "Ganzes Bild zeigen",
    scale: (scale) => `${Math.round(scale * 100)}\u00a0%`,
  },
  tools: {
    label: "Zum Mitnehmen",
    save: "Bild speichern",
    copy: "Kopieren",
    csv: "CSV",
    json: "JSON",
    drawing: "Bild wird gezeichnet",
    copied: "Kopiert",
    smaller: (width, height) =>
      `Mit ${width} × ${height} Pixeln gespeichert: Dieser Browser kann das Bild nicht in voller Größe zeichnen.`,
    failed:
      "Der Speicher hat nicht gereicht, um dieses Bild zu zeichnen: Schließen Sie andere Tabs und versuchen Sie es noch einmal.",
    notCopied: "Dieser Browser hat das Kopieren nicht erlaubt: Speichern Sie das Bild stattdessen.",
  },
  reel: {
    label: "Bilder",
    picture: (position, name, state) => `${position}, ${name}: ${state}`,
    waiting: "wartet",
    progress: (read, total) => `${read} von ${total} ausgewertet`,
    stop: "Anhalten",
  },
};
