import type { ShellText } from "../shape/shell.ts";

/** What every view shares, in French. */
export const shell: ShellText = {
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
  language: "Langue",
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
  problems: {
    "no-file": "Ce n’était pas un fichier\u00a0: déposez ou collez une photo, ou choisissez-en une.",
    "file-gone": "Ce fichier a été déplacé, supprimé ou fermé à cette page\u00a0: choisissez-le à nouveau.",
    "left-out": "Laissé de côté, car ce n’est pas une image d’après son nom\u00a0: {about}.",
    "empty-file": "Ce fichier est vide\u00a0: choisissez-en un autre.",
    "not-an-image": "Ce fichier n’est pas une image\u00a0: choisissez un fichier JPEG, PNG, WebP ou AVIF.",
    "damaged-image": "Cette image est abîmée ou incomplète\u00a0: essayez-en une autre copie.",
    "unsupported-image":
      "Ce navigateur ne lit pas les images {about}\u00a0: enregistrez-la d’abord en JPEG, PNG, WebP ou AVIF.",
    "image-too-large":
      "Cette image a {about} mégapixels, ce qui est trop pour cet appareil\u00a0: réduisez-la d’abord.",
    "image-too-small": "Cette image est trop petite pour montrer un visage\u00a0: choisissez-en une plus grande.",
    "picture-unreachable":
      "L’adresse de l’image ne mène nulle part, ou son serveur n’autorise pas cette page à la lire\u00a0: choisissez-en une autre.",
    "picture-protected":
      "Cette image vient d’un autre site, qui n’autorise pas cette page à la lire\u00a0: enregistrez-la d’abord, puis choisissez le fichier.",
    "picture-not-ready":
      "Cette image ou vidéo ne montre encore rien\u00a0: attendez qu’elle soit chargée, puis réessayez.",
    "picture-closed": "Cette image a été fermée avant d’être lue\u00a0: choisissez-la à nouveau.",
    "model-missing": "Une partie d’AgeLens manque sur le serveur\u00a0: réessayez plus tard.",
    "model-altered":
      "Une partie d’AgeLens n’est pas celle qui a été publiée et n’est pas utilisée\u00a0: rechargez la page.",
    "manifest-invalid": "La liste des modèles est inutilisable\u00a0: rechargez la page ou réessayez plus tard.",
    "unknown-model": "Le modèle choisi n’existe plus\u00a0: rechargez la page.",
    "download-failed": "Le serveur est injoignable\u00a0: vérifiez votre connexion et réessayez.",
    "canvas-scrambled":
      "Ce navigateur brouille les images que les pages lisent, et les âges ne seraient que du bruit\u00a0: autorisez l’accès au canvas pour cette page, à côté de son adresse, ou prenez un autre navigateur.",
    "unsupported-browser":
      "Ce navigateur ne peut exécuter AgeLens ni dans WebGPU ni dans WebAssembly\u00a0: autorisez WebAssembly (un mode isolement peut le bloquer), mettez le navigateur à jour ou prenez-en un autre.",
    "gpu-lost": "Le processeur graphique s’est arrêté\u00a0: fermez les onglets gourmands et réessayez.",
    "out-of-memory":
      "La mémoire n’a pas suffi pour cette photo\u00a0: fermez des onglets ou choisissez une photo plus petite.",
    "worker-crashed": "AgeLens s’est arrêté en plein travail\u00a0: réessayez.",
    "engine-closed": "AgeLens a été fermé avant d’avoir fini\u00a0: rechargez la page.",
    internal: "Un problème inattendu est survenu\u00a0: réessayez, ou essayez une autre photo.",
  },
  storage: {
    blocked:
      "Ce navigateur ne laisse rien conserver à cette page\u00a0: tout fonctionne, mais vos choix et vos lots ne durent que tant qu’elle est ouverte.",
    full: "Ce navigateur n’a plus de place pour rien conserver\u00a0: tout fonctionne, mais vos choix et vos lots ne durent que tant que la page est ouverte.",
  },
  pageBroken: "Cette page n’a pas pu s’afficher en entier. Rien n’est perdu sur votre appareil.",
  downloads: {
    "detector-program": "programme du détecteur de visages",
    "detector-model": "détecteur de visages",
    "age-model": "modèle d’âge",
  },
};
