import type { ShellText } from "../shape/shell.ts";

/** What every view shares, in German. */
export const shell: ShellText = {
  locale: "de",
  documentTitle: "AgeLens – wie alt wirkt ein Gesicht?",
  views: {
    label: "Ansichten",
    photo: "Foto",
    live: "Live",
    batch: "Stapel",
    compare: "Vergleich",
    present: "Bühne",
    about: "Info",
  },
  welcome: {
    heading: "Wie alt wirkt ein Gesicht?",
    lead: "Geben Sie AgeLens ein Foto: Es findet jedes Gesicht, schätzt sein Alter und sagt dazu, wie sicher die Schätzung ist.",
    pick: "Fotos auswählen",
    otherWays: "oder irgendwo ablegen oder einfügen",
    formats: "JPEG, PNG, WebP, AVIF",
    sample: "Mit diesem Porträt ausprobieren",
    samples: {
      astronaut: {
        picture: "Porträt einer lächelnden Astronautin im orangefarbenen Anzug vor einer Flagge",
        credit: "Eileen Collins, Astronautin. Foto: NASA",
      },
      hopper: {
        picture: "Porträt einer alten Dame mit Brille in Marineuniform",
        credit: "Grace Hopper, Informatikerin. Foto: US Navy",
      },
      "mona-lisa": { picture: "Die Mona Lisa", credit: "Mona Lisa. Gemälde: Leonardo da Vinci" },
      three: { picture: "Alle drei nebeneinander", credit: "Eileen Collins, Grace Hopper, Mona Lisa" },
    },
    otherSamples: "Weitere Beispiele",
  },
  actions: {
    pickAnother: "Fotos auswählen",
    sample: "Beispiel",
    cancel: "Abbrechen",
    dismiss: "Schließen",
    reload: "Seite neu laden",
  },
  language: "Sprache",
  dropHere: "Zum Auswerten loslassen",
  privacy: "Ihre Bilder verlassen dieses Gerät nie.",
  update: {
    offline: "Funktioniert auch offline.",
    ready: "Eine neue Version von AgeLens ist da.",
    reload: "Jetzt laden",
  },
  backend: {
    gettingReady: "Wird vorbereitet",
    webgpu: (adapter) => `Rechnet auf Ihrem Grafikprozessor (WebGPU): ${adapter}`,
    wasm: (reason) =>
      reason === "asked-for"
        ? "Rechnet wie gewünscht in WebAssembly auf Ihrem Prozessor"
        : "Rechnet in WebAssembly auf Ihrem Prozessor: Dieser Browser stellt keinen Grafikprozessor bereit",
    failed: "Noch nicht bereit: Beim nächsten Foto wird es erneut versucht.",
  },
  progress: {
    reading: "Ihr Bild wird ausgewertet",
    download: (file, loaded, total) => `Download: ${file} – ${loaded} von ${total} MB`,
    detector: "Gesichtserkennung wird gestartet",
    network: "Altersmodell wird gestartet",
    decode: "Bild wird geöffnet",
    detect: "Gesichter werden gesucht",
    estimate: "Alter wird geschätzt",
  },
  problems: {
    "no-file": "Das war keine Datei: Legen Sie ein Bild ab, fügen Sie eines ein oder wählen Sie eines aus.",
    "file-gone":
      "Diese Datei wurde verschoben, gelöscht oder für diese Seite gesperrt: Wählen Sie sie noch einmal aus.",
    "left-out": "Ausgelassen, weil es dem Namen nach kein Bild ist: {about}.",
    "empty-file": "Diese Datei ist leer: Wählen Sie eine andere aus.",
    "not-an-image": "Diese Datei ist kein Bild: Wählen Sie eine JPEG-, PNG-, WebP- oder AVIF-Datei aus.",
    "damaged-image": "Dieses Bild ist beschädigt oder unvollständig: Versuchen Sie es mit einer anderen Kopie.",
    "unsupported-image":
      "Dieser Browser kann keine Bilder im Format {about} lesen: Speichern Sie es zuerst als JPEG, PNG, WebP oder AVIF.",
    "image-too-large":
      "Dieses Bild hat {about} Megapixel, das ist zu viel für dieses Gerät: Verkleinern Sie es zuerst.",
    "image-too-small": "Dieses Bild ist zu klein, um ein Gesicht zu zeigen: Wählen Sie ein größeres aus.",
    "picture-unreachable":
      "Die Adresse des Bildes führt ins Leere, oder sein Server erlaubt dieser Seite nicht, es zu lesen: Wählen Sie ein anderes.",
    "picture-protected":
      "Dieses Bild gehört einer anderen Website, die dieser Seite nicht erlaubt, es zu lesen: Speichern Sie es zuerst und wählen Sie die Datei aus.",
    "picture-not-ready":
      "Dieses Bild oder Video zeigt noch nichts: Warten Sie, bis es geladen ist, und versuchen Sie es noch einmal.",
    "picture-closed": "Dieses Bild wurde geschlossen, bevor es gelesen werden konnte: Wählen Sie es noch einmal aus.",
    "model-missing": "Ein Teil von AgeLens fehlt auf dem Server: Versuchen Sie es später noch einmal.",
    "model-altered":
      "Ein Teil von AgeLens weicht von der veröffentlichten Fassung ab und wird nicht verwendet: Laden Sie die Seite neu.",
    "manifest-invalid": "Die Liste der Modelle ist unbrauchbar: Laden Sie die Seite neu oder versuchen Sie es später.",
    "unknown-model": "Das gewählte Modell gibt es nicht mehr: Laden Sie die Seite neu.",
    "download-failed": "Der Server ist nicht erreichbar: Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
    "canvas-scrambled":
      "Dieser Browser verfälscht Bilder, die Seiten auslesen, und jedes Alter wäre nur Rauschen: Erlauben Sie dieser Seite neben der Adresse den Canvas-Zugriff oder nehmen Sie einen anderen Browser.",
    "unsupported-browser":
      "Dieser Browser kann AgeLens weder in WebGPU noch in WebAssembly ausführen: WebAssembly erlauben (ein Blockierungsmodus kann es sperren), den Browser aktualisieren oder einen anderen nehmen.",
    "gpu-lost":
      "Der Grafikprozessor ist ausgefallen: Schließen Sie andere rechenintensive Tabs und versuchen Sie es noch einmal.",
    "out-of-memory":
      "Der Speicher hat für dieses Bild nicht gereicht: Schließen Sie andere Tabs oder wählen Sie ein kleineres Bild.",
    "worker-crashed": "AgeLens wurde mitten in der Arbeit beendet: Versuchen Sie es noch einmal.",
    "engine-closed": "AgeLens wurde geschlossen, bevor es fertig war: Laden Sie die Seite neu.",
    internal: "Etwas Unerwartetes ist schiefgegangen: Versuchen Sie es noch einmal oder mit einem anderen Bild.",
  },
  storage: {
    blocked:
      "Dieser Browser lässt die Seite nichts aufbewahren: Alles funktioniert, aber Einstellungen und Stapel bleiben nur, solange sie offen ist.",
    full: "Dieser Browser hat keinen Platz mehr, um etwas aufzubewahren: Alles funktioniert, aber Einstellungen und Stapel bleiben nur, solange die Seite offen ist.",
  },
  pageBroken: "Diese Seite konnte nicht vollständig angezeigt werden. Auf Ihrem Gerät ist nichts verloren.",
  downloads: {
    "detector-program": "Programm der Gesichtserkennung",
    "detector-model": "Gesichtserkennung",
    "age-model": "Altersmodell",
  },
};
