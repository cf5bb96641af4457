import type { ExplainText } from "../shape/explain.ts";

/** An explanation in German. */
export const explain: ExplainText = {
  open: "Warum dieses Alter?",
  methods: "Art der Untersuchung",
  quick: "Auf einen Blick",
  thorough: "Durch Abdecken",
  quickMeaning:
    "Je kräftiger das Orange, desto mehr spricht dieser Teil des Gesichts für diesen Altersbereich und gegen alle anderen.",
  thoroughMeaning:
    "Jeder Teil des Gesichts wurde der Reihe nach abgedeckt. Je kräftiger das Orange, desto unsicherer wurde das Modell ohne diesen Teil.",
  noQuick:
    "Dieses Modell kann es nicht auf einen Blick zeigen, deshalb wurde jeder Teil des Gesichts der Reihe nach abgedeckt.",
  nothing: "Kein Teil sticht hervor: Die Schätzung beruht auf dem Gesicht als Ganzem.",
  map: "Das Gesicht in Grau; Teile, auf denen die Schätzung beruht, sind orange",
  working: "Das Gesicht wird Stück für Stück abgedeckt",
  covered: (done, total) => `${done} von ${total}`,
  curve:
    "Die Kurve oben ist die vollständige Antwort des Modells: Je höher sie über einem Alter verläuft, für desto wahrscheinlicher hält das Modell dieses Alter. Der orange Teil ist der angegebene Bereich; der Strich markiert die Mitte der Kurve.",
  groups: (groups) =>
    `Dieses Modell kennt nur Altersgruppen: ${groups}. Die Kurve verteilt jede gleichmäßig auf ihre Jahre.`,
  overHeading: "Älter als ein bestimmtes Alter?",
  overAge: "Alter",
  overShare: (share, age) => `Das Modell gibt ${share} für ${age} Jahre oder älter.`,
  overCaution:
    "So teilt sich die Kurve des Modells auf, ein Altersnachweis ist das nicht. Menschen wirken älter oder jünger, als sie sind: Die Schätzung darf über niemanden entscheiden.",
  refused: "Was am Bild nicht stimmt, steht unten; mit einem besseren klappt es vielleicht.",
};
