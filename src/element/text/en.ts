import type { ElementText } from "./text.ts";

/** The element in English. */
export const en: ElementText = {
  picture: "Picture",
  faces: "Faces in the picture",
  reading: "Reading ages …",
  loading: (loaded, total) => `Loading: ${loaded} of ${total} MB`,
  noFace: "No face found",
  face: (position, ages) => (position === undefined ? ages : `Face ${position}: ${ages}`),
  ages: (years, low, high) => `${years} ${years === 1 ? "year" : "years"}, most likely ${low} to ${high}`,
  noAge: "no age: this face is too hard to make out",
  start: "Start the camera",
  stop: "Stop",
  again: "Try again",
  opening: "Waiting for the camera …",
  privacy: "Pictures stay on this device.",
  troubles: {
    picture: "This picture cannot be read.",
    server: "The age reader could not be loaded.",
    device: "This browser could not read ages.",
    "not-allowed": "The camera is not allowed here.",
    "no-camera": "No camera was found.",
    "camera-busy": "Another program is using the camera.",
    camera: "The camera sends no picture.",
  },
};
