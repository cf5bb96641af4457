import type { CameraText } from "../shape/camera.ts";

export const camera: CameraText = {
  opening: "En attente de la caméra. Votre navigateur demande peut-être si AgeLens peut l’utiliser.",
  picture: "L’image de votre caméra",
  problems: {
    denied: {
      what: "La caméra n’est pas autorisée ici.",
      advice:
        "Autorisez-la à côté de l’adresse de la page, ou dans les réglages de confidentialité du système, puis réessayez.",
    },
    none: { what: "Aucune caméra n’a été trouvée.", advice: "Branchez-en une\u00a0: elle démarre d’elle-même." },
    "in-use": {
      what: "Un autre programme utilise la caméra.",
      advice: "Fermez-la là-bas, par exemple dans un appel vidéo, puis réessayez.",
    },
    gone: { what: "La caméra a été retirée.", advice: "Rebranchez-la\u00a0: elle redémarre d’elle-même." },
    silent: {
      what: "La caméra n’envoie pas d’image.",
      advice: "Est-elle couverte, ou coupée par une touche\u00a0? Tout reprend dès qu’il y a une image.",
    },
    framed: {
      what: "La page qui entoure celle-ci ne lui permet pas d’utiliser une caméra.",
      advice: "Ouvrez AgeLens dans son propre onglet.",
    },
    insecure: {
      what: "Les navigateurs ne prêtent une caméra qu’aux adresses sécurisées.",
      advice: "Ouvrez AgeLens par une adresse qui commence par https, ou par localhost sur cet appareil même.",
    },
    "not-offered": {
      what: "Ce navigateur ne prête pas de caméra à cette page.",
      advice: "Ouvrez-la dans un navigateur récent.",
    },
    unknown: { what: "La caméra n’a pas démarré.", advice: "Réessayez, ou choisissez une autre caméra." },
  },
  tryAgain: "Réessayer",
};
