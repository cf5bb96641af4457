import { wholeTenths } from "../format.ts";
import type { PhotoText } from "../shape/photo.ts";

/** “8 in 10 faces” where the level is whole tenths, else a percentage. */
function share(level: number): string {
  const tenths = wholeTenths(level);
  return tenths === undefined ? `${Math.round(level * 100)}% of faces` : `${tenths}\u00a0in\u00a010 faces`;
}

function faceCount(count: number): string {
  if (count === 0) return "No face found in this picture";
  return count === 1 ? "One face" : `${count} faces`;
}

/** Pictures and faces in English. */
export const photo: PhotoText = {
  picture: "Your picture",
  facesInPicture: "Faces in the picture",
  faceCount,
  face: (position, years) => `Face ${position}: ${years ?? "no age"}`,
  years: (years) => (years === 1 ? "1 year" : `${years} years`),
  between: ({ low, high }) => (low === high ? `Most likely ${low}.` : `Most likely between ${low} and ${high}.`),
  share,
  promise: (part) => `In our tests, ranges like this held the true age of ${part}.`,
  byOutline: "Eyes and mouth are hard to make out here, so take this reading with more caution.",
  refused: "No age",
  refusal: {
    "not-finite": "The age model gave no usable answer for this face. Try a sharper or larger picture of it.",
    unclear:
      "This face fits almost any age as it is shown here, and a number would be a guess. Try a sharper, closer picture of it, from the front.",
    noisy: "There is more grain than face here, and an age would be a guess. Use more light, or another picture.",
    small: "Too few pixels show this face, and an age would be a guess. Come closer, or use a larger picture.",
    dark: "Too little of this face comes out of the dark, and an age would be a guess. Face a window.",
    bright: "Most of this face is lost in the light, and an age would be a guess. Step out of the direct light.",
    flat: "Too little stands out from the fog here, and an age would be a guess. Wipe the lens, or move closer.",
    blurry: "This face is too blurred, and an age would be a guess. Hold the camera still and let it focus.",
  },
  noFaceAdvice: "Try one where a face is larger, well lit, and turned towards the camera.",
  announce: (count, faces) => `Done. ${faceCount(count)}${faces.length > 0 ? `: ${faces.join("; ")}` : ""}.`,
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
    picture: (position, name, state) => `${position}, ${name}: ${state}`,
    waiting: "waiting",
    progress: (read, total) => `${read} of ${total} read`,
    stop: "Stop",
  },
};
