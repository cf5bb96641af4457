import { type Catalogue, wholeTenths } from "./catalogue.ts";
import { qualityFr } from "./quality-fr.ts";

/** « 8 visages sur 10 » where the level is whole tenths, else a percentage. */
function share(level: number): string {
  const tenths = wholeTenths(level);
  return tenths === undefined ? `${Math.round(level * 100)}\u00a0% des visages` : `${tenths}\u00a0visages sur\u00a010`;
}

function faceCount(count: number): string {
  if (count === 0) return "Aucun visage trouvé sur cette photo";
  return count === 1 ? "Un visage" : `${count} visages`;
}

/** The page in French. */
export const fr: Catalogue = {
  locale: "fr",
  documentTitle: "AgeLens – quel âge fait ce visage\u00a0?",
  views: {
    label: "Vues",
    photo: "Photo",
    live: "Direct",
    batch: "Lot",
    compare: "Comparer",
    present: "Présenter",
    about: "À propos",
  },
  welcome: {
    heading: "Quel âge fait ce visage\u00a0?",
    lead: "Donnez une photo à AgeLens\u00a0: il trouve chaque visage, en lit l’âge et dit à quel point c’est sûr.",
    pick: "Choisir des photos",
    otherWays: "ou déposez-les n’importe où, ou collez-les",
    formats: "JPEG, PNG, WebP, AVIF",
    sample: "Essayer ce portrait",
    samples: {
      astronaut: {
        picture: "Portrait d’une astronaute souriante en combinaison orange devant un drapeau",
        credit: "Eileen Collins, astronaute. Photo\u00a0: NASA",
      },
      hopper: {
        picture: "Portrait d’une vieille dame à lunettes en uniforme de la marine",
        credit: "Grace Hopper, informaticienne. Photo\u00a0: US Navy",
      },
      "mona-lisa": { picture: "La Joconde", credit: "La Joconde. Tableau\u00a0: Léonard de Vinci" },
      three: { picture: "Toutes trois côte à côte", credit: "Eileen Collins, Grace Hopper, la Joconde" },
    },
    otherSamples: "Autres exemples",
  },
  actions: {
    pickAnother: "Choisir des photos",
    sample: "Exemple",
    cancel: "Annuler",
    dismiss: "Fermer",
    reload: "Recharger la page",
  },
  dropHere: "Lâchez pour lire",
  privacy: "Vos photos ne quittent jamais cet appareil.",
  update: {
    offline: "Fonctionne hors ligne.",
    ready: "Une nouvelle version d’AgeLens est là.",
    reload: "La charger",
  },
  backend: {
    gettingReady: "Préparation",
    webgpu: (adapter) => `Calcul sur votre processeur graphique (WebGPU)\u00a0: ${adapter}`,
    wasm: (reason) =>
      reason === "asked-for"
        ? "Calcul en WebAssembly sur votre processeur, comme demandé"
        : "Calcul en WebAssembly sur votre processeur\u00a0: ce navigateur n’offre pas de processeur graphique",
    failed: "Pas encore prêt\u00a0: la prochaine photo fera un nouvel essai.",
  },
  progress: {
    reading: "Lecture de votre photo",
    download: (file, loaded, total) => `Téléchargement\u00a0: ${file} – ${loaded} sur ${total} Mo`,
    detector: "Démarrage du détecteur de visages",
    network: "Démarrage du modèle d’âge",
    decode: "Ouverture de la photo",
    detect: "Recherche des visages",
    estimate: "Lecture des âges",
  },
  photo: {
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
  },
  quality: qualityFr,
  problems: {
    "no-file": "Ce n’était pas un fichier\u00a0: déposez ou collez une photo, ou choisissez-en une.",
    "file-gone": "Ce fichier a été déplacé, supprimé ou fermé à cette page\u00a0: choisissez-le à nouveau.",
    "storage-full":
      "Ce navigateur n’a pas la place de garder le lot\u00a0: il reste sur cette page seulement, enregistrez les résultats.",
    "empty-file": "Ce fichier est vide\u00a0: choisissez-en un autre.",
    "not-an-image": "Ce fichier n’est pas une image\u00a0: choisissez un fichier JPEG, PNG, WebP ou AVIF.",
    "damaged-image": "Cette image est abîmée ou incomplète\u00a0: essayez-en une autre copie.",
    "unsupported-image":
      "Les navigateurs ne lisent pas ce type d’image\u00a0: enregistrez-la d’abord en JPEG, PNG, WebP ou AVIF.",
    "image-too-large":
      "Cette image dépasse 64 mégapixels, ce qui est trop pour un navigateur\u00a0: réduisez-la d’abord.",
    "image-too-small": "Cette image est trop petite pour montrer un visage\u00a0: choisissez-en une plus grande.",
    "model-missing": "Une partie d’AgeLens manque sur le serveur\u00a0: réessayez plus tard.",
    "model-altered":
      "Une partie d’AgeLens n’est pas celle qui a été publiée et n’est pas utilisée\u00a0: rechargez la page.",
    "manifest-invalid": "La liste des modèles est inutilisable\u00a0: rechargez la page ou réessayez plus tard.",
    "unknown-model": "Le modèle choisi n’existe plus\u00a0: rechargez la page.",
    "download-failed": "Le serveur est injoignable\u00a0: vérifiez votre connexion et réessayez.",
    "gpu-lost": "Le processeur graphique s’est arrêté\u00a0: fermez les onglets gourmands et réessayez.",
    "out-of-memory":
      "La mémoire n’a pas suffi pour cette photo\u00a0: fermez des onglets ou choisissez une photo plus petite.",
    "worker-crashed": "AgeLens s’est arrêté en plein travail\u00a0: réessayez.",
    "engine-closed": "AgeLens a été fermé avant d’avoir fini\u00a0: rechargez la page.",
    internal: "Un problème inattendu est survenu\u00a0: réessayez, ou essayez une autre photo.",
  },
  pageBroken: "Cette page n’a pas pu s’afficher en entier. Rien n’est perdu sur votre appareil.",
  downloads: {
    "detector-program": "programme du détecteur de visages",
    "detector-model": "détecteur de visages",
    "age-model": "modèle d’âge",
  },
};
