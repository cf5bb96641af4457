import type { LiveText } from "../shape/live.ts";

export const live: LiveText = {
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
