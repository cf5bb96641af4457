import type { LiveText } from "../shape/live.ts";

export const live: LiveText = {
  heading: "Read faces as they move",
  lead: "Sit before your camera: each face gets a frame, and an age that settles within a second or two.",
  privacy: "Every frame is read on this device and forgotten at once. Nothing is recorded.",
  start: "Start the camera",
  stop: "Stop",
  useThisPicture: "Use this picture",
  mirror: "Mirror",
  camera: "Camera",
  unnamed: (position) => `Camera ${position}`,
  usePhoto: "Use a photo instead",
  people: (count) => (count === 1 ? "One person" : `${count} people`),
  nobody: "Nobody to be seen yet",
  person: (letter) => `Person ${letter}`,
  settling: "Settling …",
  settled: "Settled",
  speed: "Where the time goes",
  perSecond: (read, shown) => `${read} of ${shown} frames per second`,
  perFrame: (ms) => `${ms} ms per frame`,
  parts: { decode: "open", detect: "find faces", estimate: "read ages", rest: "hand over" },
};
