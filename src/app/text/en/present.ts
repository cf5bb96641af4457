import type { PresentText } from "../shape/present.ts";

export const present: PresentText = {
  stage: "Stage",
  caption: "looks about",
  stepIn: "Step in front of the camera",
  held: "Held",
  keys: "Keys",
  actions: {
    camera: "Camera on or off",
    "other-camera": "Next camera",
    mirror: "Mirror the camera",
    hold: "Hold the picture, or let it go on",
    next: "Next sample",
    previous: "Sample before",
    "full-screen": "Full screen",
    reset: "Forget this visitor",
    keys: "Show or hide these keys",
    leave: "Leave the stage",
  },
  keyNames: { " ": "Space", Escape: "Esc" },
  promise: "Nothing is kept: the stage forgets a visitor who has left, and everything after a minute without a key.",
};
