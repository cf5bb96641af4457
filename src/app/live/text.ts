import type { FrameTimes } from "../camera/speed.ts";
import { defineText } from "../text/define-text.ts";

/** What the live view has to say. */
interface LiveText {
  readonly heading: string;
  readonly lead: string;
  readonly privacy: string;
  readonly start: string;
  readonly stop: string;
  readonly useThisPicture: string;
  readonly mirror: string;
  readonly camera: string;
  /** A camera that has no name. */
  readonly unnamed: (position: number) => string;
  readonly usePhoto: string;
  readonly people: (count: number) => string;
  readonly nobody: string;
  readonly person: (letter: string) => string;
  readonly settling: string;
  readonly settled: string;
  readonly speed: string;
  readonly perSecond: (read: string, shown: string) => string;
  readonly perFrame: (ms: string) => string;
  readonly parts: Readonly<Record<keyof FrameTimes, string>>;
}

const en: LiveText = {
  heading: "Read faces as they move",
  lead: "Sit before your camera: each face gets a frame, and an age that settles within a second or two.",
  privacy: "Every frame is read on this device and forgotten at once. Nothing is recorded.",
  start: "Start the camera",
  stop: "Stop",
  useThisPicture: "Use this picture",
  mirror: "Mirror",
  camera: "Camera",
  unnamed: (position) => `Camera ${position}`,
  usePhoto: "Use a photo instead",
  people: (count) => (count === 1 ? "One person" : `${count} people`),
  nobody: "Nobody to be seen yet",
  person: (letter) => `Person ${letter}`,
  settling: "Settling …",
  settled: "Settled",
  speed: "Where the time goes",
  perSecond: (read, shown) => `${read} of ${shown} frames per second`,
  perFrame: (ms) => `${ms} ms per frame`,
  parts: { decode: "open", detect: "find faces", estimate: "read ages", rest: "hand over" },
};

const fr: LiveText = {
  heading: "Lire les visages en mouvement",
  lead: "Placez-vous devant la caméra\u00a0: chaque visage reçoit un cadre, et un âge qui se stabilise en une ou deux secondes.",
  privacy: "Chaque image est lue sur cet appareil et aussitôt oubliée. Rien n’est enregistré.",
  start: "Démarrer la caméra",
  stop: "Arrêter",
  useThisPicture: "Utiliser cette image",
  mirror: "Miroir",
  camera: "Caméra",
  unnamed: (position) => `Caméra ${position}`,
  usePhoto: "Utiliser plutôt une photo",
  people: (count) => (count === 1 ? "Une personne" : `${count} personnes`),
  nobody: "Personne en vue pour l’instant",
  person: (letter) => `Personne ${letter}`,
  settling: "Stabilisation …",
  settled: "Stable",
  speed: "Où passe le temps",
  perSecond: (read, shown) => `${read} images sur ${shown} par seconde`,
  perFrame: (ms) => `${ms}\u00a0ms par image`,
  parts: { decode: "ouvrir", detect: "trouver les visages", estimate: "lire les âges", rest: "transmettre" },
};

/** The sentences of the live view. */
export const useLiveText = defineText({ en, fr });
