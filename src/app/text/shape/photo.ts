import type { RefusalReason } from "../../../engine/index.ts";

/** Ages in whole years, low ≤ high. */
export interface WholeYears {
  readonly low: number;
  readonly high: number;
}

/** What the page says about a picture and the faces in it. */
export interface PhotoText {
  readonly picture: string;
  readonly facesInPicture: string;
  /** Also says that there is none. */
  readonly faceCount: (count: number) => string;
  readonly face: (position: number, years: string | undefined) => string;
  readonly years: (years: number) => string;
  readonly between: (interval: WholeYears) => string;
  readonly share: (level: number) => string;
  readonly promise: (share: string) => string;
  readonly byOutline: string;
  readonly refused: string;
  readonly refusal: Readonly<Record<RefusalReason, string>>;
  readonly noFaceAdvice: string;
  /** `faces` may be empty although there are some: too many to be read out. */
  readonly announce: (count: number, faces: readonly string[]) => string;
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
    readonly picture: (position: number, name: string, state: string) => string;
    readonly waiting: string;
    readonly progress: (read: number, total: number) => string;
    readonly stop: string;
  };
}
