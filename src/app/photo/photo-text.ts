import { defineText } from "../text/define-text.ts";

/** What the photo view says beyond the first screen's catalogue. */
export interface PhotoText {
  readonly zoom: {
    readonly stage: string;
    readonly in: string;
    readonly out: string;
    readonly reset: string;
    readonly scale: (scale: number) => string;
  };
  readonly tools: {
    readonly label: string;
    readonly save: string;
    readonly copy: string;
    readonly csv: string;
    readonly json: string;
    readonly drawing: string;
    readonly copied: string;
    readonly smaller: (width: number, height: number) => string;
    readonly failed: string;
    readonly notCopied: string;
  };
  readonly reel: {
    readonly label: string;
    readonly frame: (position: number, name: string, state: string) => string;
    readonly waiting: string;
    readonly progress: (read: number, total: number) => string;
    readonly stop: string;
  };
}

const en: PhotoText = {
  zoom: {
    stage: "Picture. Plus and minus zoom, arrow keys move it, zero shows all of it",
    in: "Zoom in",
    out: "Zoom out",
    reset: "Show the whole picture",
    scale: (scale) => `${Math.round(scale * 100)}%`,
  },
  tools: {
    label: "Take it with you",
    save: "Save picture",
    copy: "Copy",
    csv: "CSV",
    json: "JSON",
    drawing: "Drawing the picture",
    copied: "Copied",
    smaller: (width, height) => `Saved at ${width} × ${height}: this browser cannot draw all of its pixels.`,
    failed: "There was not enough memory to draw this picture: close other tabs and try again.",
    notCopied: "This browser did not allow copying: save the picture instead.",
  },
  reel: {
    label: "Pictures",
    frame: (position, name, state) => `${position}, ${name}: ${state}`,
    waiting: "waiting",
    progress: (read, total) => `${read} of ${total} read`,
    stop: "Stop",
  },
};

const fr: PhotoText = {
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
    frame: (position, name, state) => `${position}, ${name}\u00a0: ${state}`,
    waiting: "en attente",
    progress: (read, total) => `${read} lues sur ${total}`,
    stop: "Arrêter",
  },
};

/** The photo view's own sentences in the page's language. */
export const usePhotoText = defineText({ en, fr });
