import type { AboutText } from "../shape/about.ts";

/** AgeLens itself in German. */
export const about: AboutText = {
  heading: "Über AgeLens",
  lead: "AgeLens sagt, wie alt Gesichter wirken und wie sicher die Schätzung ist. Alles geschieht auf Ihrem Gerät.",
  stepsHeading: "So funktioniert es",
  steps: [
    ["Finden", "Ein kleines Netz sucht das Bild nach Gesichtern ab und prüft jedes noch einmal nah und aufrecht."],
    ["Ausrichten", "Augen, Nase und Mund bestimmen ein Quadrat von 144 mal 144 Pixeln um das Gesicht."],
    ["Messen", "An diesem Quadrat werden Schärfe, Licht, Kontrast, Rauschen, Größe und Haltung gemessen."],
    [
      "Schätzen",
      "Ein Netz aus weniger als einer Million Zahlen gibt jedem Alter von 0 bis 100 eine Wahrscheinlichkeit.",
    ],
    [
      "Angeben",
      "Die Mitte dieser Kurve ist das Alter. Der Bereich ist so bemessen, dass er bei den meisten Testgesichtern das wahre Alter enthielt.",
    ],
  ],
  sections: (error) => [
    {
      heading: "Grenzen",
      paragraphs: [
        "AgeLens schätzt, wie alt ein Gesicht auf einem Bild wirkt. Licht, Blickwinkel, Make-up, Brille, Lächeln oder Filter ändern das.",
        `Auf den Testbildern liegt es im Mittel ${error ?? "mehrere"} Jahre daneben, bei Kindern weniger und bei alten Menschen mehr; diese schätzt es meist zu jung. Die Fehler sind je nach Gruppe verschieden groß: Wie groß, steht in den Modellkarten weiter unten.`,
        "Die Bereiche halten ihr Versprechen auf Bildern, die denen der Tests ähneln. Auf ganz anderen Bildern gelten sie womöglich seltener.",
      ],
    },
    {
      heading: "Wofür es nicht gedacht ist",
      paragraphs: [
        "Entscheiden Sie damit nicht über Menschen: nicht darüber, ob jemand kaufen, eintreten, arbeiten oder reisen darf oder ob man jemandem glaubt. Es ist kein Altersnachweis.",
        "Verwenden Sie es nicht bei Menschen, die nicht zugestimmt haben, und nicht, um herauszufinden, wer jemand ist.",
      ],
    },
    {
      heading: "Ihre Bilder",
      paragraphs: [
        "Bilder bleiben im Arbeitsspeicher dieses Browsers und sind weg, wenn Sie die Seite schließen. Nichts wird irgendwohin gesendet; der Server kann sie nicht sehen. Nur Ihre Einstellungen (Sprache, Modell, zweite Schätzung) werden auf diesem Gerät für Ihren nächsten Besuch aufbewahrt, und die Ergebnisse eines Stapels, wenn Sie das möchten.",
      ],
    },
  ],
  modelsHeading: "Modelle und ihre Karten",
  modelsLead:
    "Jede Karte (auf Englisch) sagt, womit ein Modell trainiert und wie es getestet wurde und wie sehr es bei wem danebenliegt.",
  licencesHeading: "Lizenzen",
  licencesLead: "Woraus AgeLens besteht, mit den Bedingungen der einzelnen Teile.",
  licences: { page: "Die Seite", engine: "Die Engine", samples: "Beispielbilder" },
};
