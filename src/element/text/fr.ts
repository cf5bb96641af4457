import type { ElementText } from "./text.ts";

/** The element in French. */
export const fr: ElementText = {
  picture: "Image",
  faces: "Visages dans l’image",
  reading: "Lecture des âges…",
  loading: (loaded, total) => `Chargement\u00a0: ${loaded} sur ${total}\u00a0Mo`,
  noFace: "Aucun visage trouvé",
  face: (position, ages) => (position === undefined ? ages : `Visage ${position}\u00a0: ${ages}`),
  ages: (years, low, high) => `${years}\u00a0${years < 2 ? "an" : "ans"}, le plus probablement de ${low} à ${high}`,
  noAge: "pas d’âge\u00a0: ce visage est trop difficile à distinguer",
  start: "Allumer la caméra",
  stop: "Arrêter",
  again: "Réessayer",
  opening: "En attente de la caméra…",
  privacy: "Les images restent sur cet appareil.",
  troubles: {
    picture: "Cette image ne peut pas être lue.",
    server: "Le lecteur d’âges n’a pas pu être chargé.",
    device: "Ce navigateur n’a pas pu lire d’âges.",
    "not-allowed": "La caméra n’est pas autorisée ici.",
    "no-camera": "Aucune caméra n’a été trouvée.",
    "camera-busy": "Un autre programme utilise la caméra.",
    camera: "La caméra n’envoie pas d’image.",
  },
};
