import type { ShellText } from "../shape/shell.ts";

/** What every view shares, in English. */
export const shell: ShellText = {
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
  language: "Language",
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
  problems: {
    "no-file": "That was not a file: drop or paste a picture, or choose one.",
    "file-gone": "This file was moved, deleted or closed to this page: choose it again.",
    "left-out": "Left out, because it is no picture by its name: {about}.",
    "empty-file": "This file is empty: choose another one.",
    "not-an-image": "This file is not a picture: choose a JPEG, PNG, WebP or AVIF file.",
    "damaged-image": "This picture is damaged or incomplete: try another copy of it.",
    "unsupported-image": "This browser cannot read {about} pictures: save it as JPEG, PNG, WebP or AVIF first.",
    "image-too-large": "This picture has {about} megapixels, which is too much for this device: make it smaller first.",
    "image-too-small": "This picture is too small to show a face: choose a larger one.",
    "picture-unreachable":
      "The picture’s address leads nowhere, or its server does not let this page read it: choose another one.",
    "picture-protected":
      "This picture comes from another site that does not let this page read it: save it first, and choose the file.",
    "picture-not-ready": "This picture or video shows nothing yet: wait until it is loaded, and try again.",
    "picture-closed": "This picture was closed before it could be read: choose it again.",
    "model-missing": "A part of AgeLens is missing on the server: try again later.",
    "model-altered": "A part of AgeLens is not the one that was published, so it is not used: load the page again.",
    "manifest-invalid": "The list of models is not usable: load the page again, or try later.",
    "unknown-model": "The chosen model does not exist any more: load the page again.",
    "download-failed": "The server could not be reached: check your connection and try again.",
    "canvas-scrambled":
      "This browser scrambles pictures that pages look at, so that ages would be noise: allow canvas access for this page, beside its address, or use another browser.",
    "unsupported-browser":
      "This browser can run AgeLens neither in WebGPU nor in WebAssembly: allow WebAssembly (a lockdown mode may block it), update the browser, or use another one.",
    "gpu-lost": "The graphics processor stopped: close other heavy tabs and try again.",
    "out-of-memory": "There was not enough memory for this picture: close other tabs or choose a smaller picture.",
    "worker-crashed": "AgeLens stopped in the middle of its work: try again.",
    "engine-closed": "AgeLens was closed before it could finish: load the page again.",
    internal: "Something unexpected went wrong: try again, or try another picture.",
  },
  storage: {
    blocked:
      "This browser does not let the page keep anything: all works, but your choices and batches last only while it is open.",
    full: "This browser has no space left to keep anything: all works, but your choices and batches last only while the page is open.",
  },
  pageBroken: "This page could not be shown in full. Nothing is lost on your device.",
  downloads: {
    "detector-program": "face detector’s program",
    "detector-model": "face detector",
    "age-model": "age model",
  },
};
