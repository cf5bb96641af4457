import { defineText } from "../text/define-text.ts";
import type { CameraProblem } from "./camera.ts";

/** A problem in one sentence, and what to do about it in another. */
interface ProblemText {
  readonly what: string;
  readonly advice: string;
}

/** What the views with a camera have to say about it. */
interface CameraText {
  readonly opening: string;
  readonly picture: string;
  readonly problems: Readonly<Record<CameraProblem, ProblemText>>;
  readonly tryAgain: string;
}

const en: CameraText = {
  opening: "Waiting for the camera. Your browser may ask whether AgeLens may use it.",
  picture: "Your camera’s picture",
  problems: {
    denied: {
      what: "The camera is not allowed here.",
      advice: "Allow it beside the page’s address, or in your system’s privacy settings, and try again.",
    },
    none: { what: "No camera was found.", advice: "Plug one in: it starts by itself." },
    "in-use": {
      what: "Another program is using the camera.",
      advice: "Close it there, for instance in a video call, and try again.",
    },
    gone: { what: "The camera was taken away.", advice: "Plug it in again: it starts by itself." },
    silent: {
      what: "The camera sends no picture.",
      advice: "Is it covered, or switched off by a key? It goes on as soon as there is a picture.",
    },
    "not-offered": {
      what: "This browser lends no camera to this page.",
      advice: "Open it by a secure address (https), or in a current browser.",
    },
    unknown: { what: "The camera did not start.", advice: "Try again, or choose another camera." },
  },
  tryAgain: "Try again",
};

const fr: CameraText = {
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
    "not-offered": {
      what: "Ce navigateur ne prête pas de caméra à cette page.",
      advice: "Ouvrez-la par une adresse sécurisée (https), ou dans un navigateur récent.",
    },
    unknown: { what: "La caméra n’a pas démarré.", advice: "Réessayez, ou choisissez une autre caméra." },
  },
  tryAgain: "Réessayer",
};

/** The sentences about cameras. */
export const useCameraText = defineText({ en, fr });
