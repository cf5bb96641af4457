import type { BatchText } from "../shape/batch.ts";

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString("de")} ${count === 1 ? one : many}`;

/** The batch in German. */
export const batch: BatchText = {
  welcome: {
    heading: "Ein ganzer Ordner auf einmal",
    lead: "Hunderte Bilder, auf diesem Gerät nacheinander ausgewertet: jedes Gesicht, jedes Alter und eine Tabelle zum Mitnehmen.",
    pick: "Bilder auswählen",
    folder: "Ordner auswählen",
    otherWays: "oder irgendwo ablegen",
  },
  progress: {
    label: "Ausgewertete Bilder",
    running: "Bilder werden ausgewertet",
    paused: "Pausiert",
    done: "Fertig",
    unfinished: "Noch nicht alle Bilder ausgewertet",
    of: (total) => `von ${total}`,
    pause: "Pause",
    goOn: "Fortsetzen",
    cancel: "Abbrechen",
    searching: "Ihre Auswahl wird durchsucht",
  },
  timeLeft: {
    fewSeconds: "noch wenige Sekunden",
    seconds: (count) => `noch etwa ${count} Sekunden`,
    minutes: (count) => `noch etwa ${counted(count, "Minute", "Minuten")}`,
    hours: (count) => `noch etwa ${counted(count, "Stunde", "Stunden")}`,
  },
  missing: {
    sentence: (count) =>
      `${counted(count, "Bild ist", "Bilder sind")} noch nicht ausgewertet, weil die Seite zwischendurch geschlossen wurde. Die bisherigen Ergebnisse sind noch da.`,
    open: "Ordner wieder öffnen",
    choose: "Wählen Sie dieselben Bilder oder denselben Ordner noch einmal aus, dann geht es dort weiter.",
  },
  summary: {
    faces: (count, pictures) => `${counted(count, "Gesicht", "Gesichter")} auf ${counted(pictures, "Bild", "Bildern")}`,
    median: (years) => `mittleres Alter (Median) ${years}`,
    leftOut: (count) =>
      `${counted(count, "andere Datei wurde", "andere Dateien wurden")} ausgelassen: dem Namen nach kein Bild.`,
    failed: (count) => `${counted(count, "Bild konnte", "Bilder konnten")} nicht ausgewertet werden.`,
    retryAll: "Noch einmal versuchen",
    histogram: (groups) =>
      groups.length === 0
        ? "Noch keine Altersangaben"
        : `Gesichter nach Alter: ${groups.map(({ low, high, count }) => `${low} bis ${high}: ${count}`).join(", ")}`,
    range: "Angezeigte Altersspanne",
    youngest: "Jüngstes Alter",
    oldest: "Höchstes Alter",
    rangeShown: (low, high) => `Angezeigt: Bilder mit einem Gesicht von ${low} bis ${high} Jahren`,
  },
  exports: { label: "Zum Mitnehmen", csv: "CSV speichern", json: "JSON speichern" },
  keep: {
    label: "Diesen Stapel in diesem Browser aufbewahren",
    hint: "Namen und Ergebnisse, nie die Bilder: damit es weitergehen kann, nachdem die Seite geschlossen wurde. „Leeren“ löscht sie.",
  },
  clear: "Leeren",
  add: "Bilder hinzufügen",
  table: {
    label: "Bilder des Stapels",
    search: "Nach Namen suchen",
    filters: "Welche Bilder angezeigt werden",
    states: {
      all: "Alle",
      faces: "Mit Gesicht",
      "no-face": "Ohne Gesicht",
      failed: "Fehlgeschlagen",
      waiting: "Wartend",
    },
    columns: { name: "Bild", faces: "Gesichter", age: "Alter", spread: "Bereich", quality: "Qualität" },
    sort: "Sortieren nach",
    waiting: "wartet",
    reading: "wird ausgewertet …",
    noFace: "kein Gesicht gefunden",
    open: (name) => `${name} öffnen`,
    retry: (name) => `${name} noch einmal versuchen`,
    good: "gut",
    faults: (count) => counted(count, "Mangel", "Mängel"),
    empty: "Kein Bild passt dazu.",
  },
};
