export { blend, gain, type Motion } from "./motion.ts";
export type { SettledReading } from "./settle.ts";
export { believedPeople, boxAt, NO_TRACKING, type Person, type Tracking, track } from "./track.ts";
