import { wholeTenths } from "../format.ts";
import type { PhotoText } from "../shape/photo.ts";

/** « 8 visages sur 10 » where the level is whole tenths, else a percentage. */
function share(level: number): string {
  const tenths = wholeTenths(level);
  return tenths === undefined ? `${Math.round(level * 100)}\u00a0% des visages` : `${tenths}\u00a0visages sur\u00a010`;
}

function faceCount(count: number): string {
  if (count === 0) return "Aucun visage trouvé sur cette photo";
  return count === 1 ? "Un visage" : `${count} visages`;
}

/** Pictures and faces in French. */
export const photo: PhotoText = {
  picture: "Votre photo",
  facesInPicture: "Visages sur la photo",
  faceCount,
  face: (position, years) => `Visage ${position}\u00a0: ${years ?? "pas d’âge"}`,
  years: (years) => (years < 2 ? `${years} an` : `${years} ans`),
  between: ({ low, high }) =>
    low === high ? `Le plus probable\u00a0: ${low}.` : `Le plus probable\u00a0: entre ${low} et ${high} ans.`,
  share,
  promise: (part) => `Dans nos tests, de tels intervalles contenaient l’âge réel de ${part}.`,
  byOutline: "Les yeux et la bouche se distinguent mal ici\u00a0: prenez cette lecture avec plus de prudence.",
  refused: "Pas d’âge",
  refusal: {
    "not-finite":
      "Le modèle d’âge n’a pas donné de réponse utilisable pour ce visage. Essayez une photo plus nette ou plus grande.",
    unclear:
      "Ce visage, tel qu’on le voit ici, va avec presque tous les âges\u00a0: un âge serait deviné. Essayez une photo plus nette, de plus près et de face.",
    noisy:
      "Il y a ici plus de grain que de visage\u00a0: un âge serait deviné. Prenez plus de lumière, ou une autre photo.",
    small:
      "Trop peu de pixels montrent ce visage\u00a0: un âge serait deviné. Approchez-vous, ou prenez une photo plus grande.",
    dark: "Trop peu de ce visage sort de l’ombre\u00a0: un âge serait deviné. Mettez-vous face à une fenêtre.",
    bright: "La lumière efface presque tout ce visage\u00a0: un âge serait deviné. Sortez de la lumière directe.",
    flat: "Trop peu ressort de ce voile\u00a0: un âge serait deviné. Essuyez l’objectif, ou approchez-vous.",
    blurry:
      "Ce visage est trop flou\u00a0: un âge serait deviné. Tenez l’appareil sans bouger et faites la mise au point.",
  },
  noFaceAdvice: "Essayez-en une où un visage est plus grand, bien éclairé et tourné vers l’objectif.",
  announce: (count, faces) =>
    `Terminé. ${faceCount(count)}${faces.length > 0 ? `\u00a0: ${faces.join("\u00a0; ")}` : ""}.`,
  zoom: {
    stage: "Photo. Plus et moins changent l’échelle, les flèches la déplacent, zéro la montre en entier",
    in: "Agrandir",
    out: "Réduire",
    reset: "Montrer la photo en entier",
    scale: (scale) => `${Math.round(scale * 100)}\u00a0%`,
  },
  tools: {
    label: "À emporter",
    save: "Enregistrer l’image",
    copy: "Copier",
    csv: "CSV",
    json: "JSON",
    drawing: "Dessin de l’image",
    copied: "Copiée",
    smaller: (width, height) =>
      `Enregistrée en ${width} × ${height}\u00a0: ce navigateur ne peut pas en dessiner tous les pixels.`,
    failed: "La mémoire n’a pas suffi pour dessiner cette photo\u00a0: fermez des onglets et réessayez.",
    notCopied: "Ce navigateur n’a pas permis de copier\u00a0: enregistrez plutôt l’image.",
  },
  reel: {
    label: "Photos",
    picture: (position, name, state) => `${position}, ${name}\u00a0: ${state}`,
    waiting: "en attente",
    progress: (read, total) => `${read} lues sur ${total}`,
    stop: "Arrêter",
  },
};
