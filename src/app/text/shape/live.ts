import type { FrameTimes } from "../../../engine/index.ts";

/** What the live view has to say. */
export interface LiveText {
  readonly heading: string;
  readonly lead: string;
  readonly privacy: string;
  readonly start: string;
  readonly stop: string;
  readonly useThisPicture: string;
  readonly mirror: string;
  readonly camera: string;
  /** A camera that has no name. */
  readonly unnamed: (position: number) => string;
  readonly usePhoto: string;
  readonly people: (count: number) => string;
  readonly nobody: string;
  readonly person: (letter: string) => string;
  readonly settling: string;
  readonly settled: string;
  readonly speed: string;
  readonly perSecond: (read: string, shown: string) => string;
  readonly perFrame: (ms: string) => string;
  readonly parts: Readonly<Record<keyof FrameTimes, string>>;
}
