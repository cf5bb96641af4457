import type { CameraText } from "../shape/camera.ts";

export const camera: CameraText = {
  opening: "Waiting for the camera. Your browser may ask whether AgeLens may use it.",
  picture: "Your camera’s picture",
  problems: {
    denied: {
      what: "The camera is not allowed here.",
      advice: "Allow it beside the page’s address, or in your system’s privacy settings, and try again.",
    },
    none: { what: "No camera was found.", advice: "Plug one in: it starts by itself." },
    "in-use": {
      what: "Another program is using the camera.",
      advice: "Close it there, for instance in a video call, and try again.",
    },
    gone: { what: "The camera was taken away.", advice: "Plug it in again: it starts by itself." },
    silent: {
      what: "The camera sends no picture.",
      advice: "Is it covered, or switched off by a key? It goes on as soon as there is a picture.",
    },
    framed: {
      what: "The page around this one does not let it use a camera.",
      advice: "Open AgeLens in a tab of its own.",
    },
    insecure: {
      what: "Browsers lend a camera to secure addresses only.",
      advice: "Open AgeLens by an address that begins with https, or as localhost on this device itself.",
    },
    "not-offered": {
      what: "This browser lends no camera to this page.",
      advice: "Open it in a current browser.",
    },
    unknown: { what: "The camera did not start.", advice: "Try again, or choose another camera." },
  },
  tryAgain: "Try again",
};
