import { type Catalogue, wholeTenths } from "./catalogue.ts";
import { qualityEn } from "./quality-en.ts";

/** “8 in 10 faces” where the level is whole tenths, else a percentage. */
function share(level: number): string {
  const tenths = wholeTenths(level);
  return tenths === undefined ? `${Math.round(level * 100)}% of faces` : `${tenths}\u00a0in\u00a010 faces`;
}

function faceCount(count: number): string {
  if (count === 0) return "No face found in this picture";
  return count === 1 ? "One face" : `${count} faces`;
}

/** The page in English. */
export const en: Catalogue = {
  locale: "en",
  documentTitle: "AgeLens – how old does a face look?",
  views: {
    label: "Views",
    photo: "Photo",
    live: "Live",
    batch: "Batch",
    compare: "Compare",
    present: "Present",
    about: "About",
  },
  welcome: {
    heading: "How old does a face look?",
    lead: "Give AgeLens a photo. It finds every face, reads the age of each, and says how sure it is.",
    pick: "Choose photos",
    otherWays: "or drop them anywhere, or paste",
    formats: "JPEG, PNG, WebP, AVIF",
    sample: "Try this portrait",
    samples: {
      astronaut: {
        picture: "Portrait of a smiling astronaut in an orange suit in front of a flag",
        credit: "Eileen Collins, astronaut. Photo: NASA",
      },
      hopper: {
        picture: "Portrait of an old woman in a naval uniform with glasses",
        credit: "Grace Hopper, computer scientist. Photo: US Navy",
      },
      "mona-lisa": { picture: "The Mona Lisa", credit: "Mona Lisa. Painting: Leonardo da Vinci" },
      three: { picture: "The three of them side by side", credit: "Eileen Collins, Grace Hopper, Mona Lisa" },
    },
    otherSamples: "More samples",
  },
  actions: {
    pickAnother: "Choose photos",
    sample: "Sample",
    cancel: "Cancel",
    dismiss: "Dismiss",
    reload: "Load the page again",
  },
  dropHere: "Let go to read this",
  privacy: "Your pictures never leave this device.",
  update: { offline: "Works offline.", ready: "A new version of AgeLens is there.", reload: "Load it" },
  backend: {
    gettingReady: "Getting ready",
    webgpu: (adapter) => `Runs on your graphics processor (WebGPU): ${adapter}`,
    wasm: (reason) =>
      reason === "asked-for"
        ? "Runs in WebAssembly on your processor, as asked for"
        : "Runs in WebAssembly on your processor: this browser offers no graphics hardware",
    failed: "Not ready yet: the next photo tries again.",
  },
  progress: {
    reading: "Reading your picture",
    download: (file, loaded, total) => `Downloading the ${file} – ${loaded} of ${total} MB`,
    detector: "Starting the face detector",
    network: "Starting the age model",
    decode: "Opening the picture",
    detect: "Looking for faces",
    estimate: "Reading ages",
  },
  photo: {
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
      noisy: "There is more grain than face here, and an age would be a guess. Use more light, or another picture.",
      small: "Too few pixels show this face, and an age would be a guess. Come closer, or use a larger picture.",
      dark: "Too little of this face comes out of the dark, and an age would be a guess. Face a window.",
      bright: "Most of this face is lost in the light, and an age would be a guess. Step out of the direct light.",
      flat: "Too little stands out from the fog here, and an age would be a guess. Wipe the lens, or move closer.",
      blurry: "This face is too blurred, and an age would be a guess. Hold the camera still and let it focus.",
    },
    noFaceAdvice: "Try one where a face is larger, well lit, and turned towards the camera.",
    announce: (count, faces) => `Done. ${faceCount(count)}${faces.length > 0 ? `: ${faces.join("; ")}` : ""}.`,
  },
  quality: qualityEn,
  problems: {
    "no-file": "That was not a file: drop or paste a picture, or choose one.",
    "file-gone": "This file was moved, deleted or closed to this page: choose it again.",
    "storage-full": "This browser has no room to keep the batch: it stays on this page only, so save the results.",
    "empty-file": "This file is empty: choose another one.",
    "not-an-image": "This file is not a picture: choose a JPEG, PNG, WebP or AVIF file.",
    "damaged-image": "This picture is damaged or incomplete: try another copy of it.",
    "unsupported-image": "Browsers cannot read this kind of picture: save it as JPEG, PNG, WebP or AVIF first.",
    "image-too-large":
      "This picture has more than 64 megapixels, which is too much for a browser: make it smaller first.",
    "image-too-small": "This picture is too small to show a face: choose a larger one.",
    "model-missing": "A part of AgeLens is missing on the server: try again later.",
    "model-altered": "A part of AgeLens is not the one that was published, so it is not used: load the page again.",
    "manifest-invalid": "The list of models is not usable: load the page again, or try later.",
    "unknown-model": "The chosen model does not exist any more: load the page again.",
    "download-failed": "The server could not be reached: check your connection and try again.",
    "gpu-lost": "The graphics processor stopped: close other heavy tabs and try again.",
    "out-of-memory": "There was not enough memory for this picture: close other tabs or choose a smaller picture.",
    "worker-crashed": "AgeLens stopped in the middle of its work: try again.",
    "engine-closed": "AgeLens was closed before it could finish: load the page again.",
    internal: "Something unexpected went wrong: try again, or try another picture.",
  },
  pageBroken: "This page could not be shown in full. Nothing is lost on your device.",
  downloads: {
    "detector-program": "face detector’s program",
    "detector-model": "face detector",
    "age-model": "age model",
  },
};
