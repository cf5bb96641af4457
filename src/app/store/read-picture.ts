import type { Analysis, Engine } from "../../engine/index.ts";
import { advance, NOTHING_YET, type Waiting } from "./waiting.ts";

/** A picture that is being read. */
export interface PendingPicture {
  /** Address to show it from. */
  readonly url: string;
  readonly abort: AbortController;
  readonly waiting: Waiting;
}

/** Reads a picture with all that the page shows of it; `onWaiting` hears what is being waited for. */
export function readPicture(
  engine: Engine,
  picture: Blob,
  signal: AbortSignal,
  onWaiting: (waiting: Waiting) => void,
): Promise<Analysis> {
  let waiting = NOTHING_YET;
  return engine.analyse(picture, {
    withCrops: true,
    withRepair: true,
    signal,
    onProgress: (progress) => {
      waiting = advance(waiting, progress);
      onWaiting(waiting);
    },
  });
}
