import type { BatchText } from "../shape/batch.ts";

const counted = (count: number, one: string, many: string) => `${count.toLocaleString("fr")} ${count < 2 ? one : many}`;

/** The batch in French. */
export const batch: BatchText = {
  welcome: {
    heading: "Tout un dossier à la fois",
    lead: "Des centaines de photos, lues l’une après l’autre sur cet appareil\u00a0: chaque visage, chaque âge, et un tableau à emporter.",
    pick: "Choisir des photos",
    folder: "Choisir un dossier",
    otherWays: "ou déposez-les n’importe où",
  },
  progress: {
    label: "Photos lues",
    running: "Lecture des photos",
    paused: "En pause",
    done: "Terminé",
    unfinished: "Toutes les photos ne sont pas lues",
    of: (total) => `sur ${total}`,
    pause: "Pause",
    goOn: "Continuer",
    cancel: "Annuler",
    searching: "Parcours de votre choix",
  },
  timeLeft: {
    fewSeconds: "encore quelques secondes",
    seconds: (count) => `encore ${count} secondes environ`,
    minutes: (count) => `encore ${counted(count, "minute", "minutes")} environ`,
    hours: (count) => `encore ${counted(count, "heure", "heures")} environ`,
  },
  missing: {
    sentence: (count) =>
      `${counted(count, "photo reste", "photos restent")} à lire, mais la page a été fermée entre-temps. Ce qui a été lu est toujours là.`,
    open: "Rouvrir le dossier",
    choose: "Choisissez à nouveau les mêmes photos ou le même dossier\u00a0: la lecture reprend où elle en était.",
  },
  summary: {
    faces: (count, pictures) => `${counted(count, "visage", "visages")} sur ${counted(pictures, "photo", "photos")}`,
    median: (years) => `âge médian ${years}`,
    leftOut: (count) =>
      `${counted(count, "autre fichier écarté", "autres fichiers écartés")}\u00a0: pas une photo d’après le nom.`,
    failed: (count) => `${counted(count, "photo n’a", "photos n’ont")} pas pu être lue${count < 2 ? "" : "s"}.`,
    retryAll: "Réessayer",
    histogram: (groups) =>
      groups.length === 0
        ? "Pas encore d’âge"
        : `Visages par âge\u00a0: ${groups.map(({ low, high, count }) => `${low} à ${high}\u00a0: ${count}`).join(", ")}`,
    range: "Âges à montrer",
    youngest: "Âge le plus jeune",
    oldest: "Âge le plus élevé",
    rangeShown: (low, high) => `Montrées\u00a0: les photos avec un visage de ${low} à ${high} ans`,
  },
  exports: { label: "À emporter", csv: "Enregistrer en CSV", json: "Enregistrer en JSON" },
  keep: {
    label: "Garder ce lot dans ce navigateur",
    hint: "Noms et résultats, jamais les photos\u00a0: pour reprendre après une fermeture de la page. Le bouton «\u00a0Vider\u00a0» les efface.",
  },
  clear: "Vider",
  add: "Ajouter des photos",
  table: {
    label: "Photos du lot",
    search: "Chercher par nom",
    filters: "Quelles photos montrer",
    states: { all: "Toutes", faces: "Avec visage", "no-face": "Sans visage", failed: "Échecs", waiting: "En attente" },
    columns: { name: "Photo", faces: "Visages", age: "Âges", spread: "Intervalle", quality: "Qualité" },
    sort: "Trier par",
    waiting: "en attente",
    reading: "lecture …",
    noFace: "aucun visage trouvé",
    open: (name) => `Ouvrir ${name}`,
    retry: (name) => `Réessayer ${name}`,
    good: "bonne",
    faults: (count) => counted(count, "défaut", "défauts"),
    empty: "Aucune photo ne correspond.",
  },
};
