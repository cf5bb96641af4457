import { EngineError } from "../../engine/index.ts";
import type { GetEngine, Slice } from "./app-state.ts";
import { toProblem } from "./problem.ts";
import { advance, NOTHING_YET, type Waiting } from "./waiting.ts";

/** Where the sample picture lies, relative to the page. */
export const SAMPLE_URL = "samples/astronaut.jpg";

/** A picture that is being read. */
export interface PendingPicture {
  /** Address to show it from. */
  readonly url: string;
  readonly abort: AbortController;
  readonly waiting: Waiting;
}

export interface ImagesSlice {
  readonly pending: PendingPicture | undefined;
  /** Reads a picture; the one that is being read is cancelled. Failures end up as the state's `problem`. */
  readonly open: (picture: Blob) => Promise<void>;
  readonly openSample: () => Promise<void>;
  /** Stops reading; what was shown before comes back. */
  readonly cancel: () => void;
}

/** Creates the part of the store that takes pictures in. */
export function createImagesSlice(getEngine: GetEngine): Slice<ImagesSlice> {
  return (set, get) => {
    const isCurrent = (abort: AbortController) => get().pending?.abort === abort;

    const read = async (url: string, load: (signal: AbortSignal) => Promise<Blob>) => {
      get().cancel();
      const abort = new AbortController();
      let waiting = NOTHING_YET;
      set({ pending: { url, abort, waiting }, problem: undefined });
      try {
        const analysis = await getEngine().analyse(await load(abort.signal), {
          withCrops: true,
          withRepair: true,
          signal: abort.signal,
          onProgress: (progress) => {
            waiting = advance(waiting, progress);
            if (isCurrent(abort)) set({ pending: { url, abort, waiting } });
          },
        });
        if (!isCurrent(abort)) return;
        set({ pending: undefined });
        get().show({ url, analysis });
        void get().preload();
      } catch (error) {
        if (!isCurrent(abort)) return;
        URL.revokeObjectURL(url);
        set({ pending: undefined, problem: toProblem(error) });
      }
    };

    return {
      pending: undefined,
      open: (picture) => read(URL.createObjectURL(picture), async () => picture),
      openSample: () => read(SAMPLE_URL, loadSample),
      cancel: () => {
        const { pending } = get();
        if (!pending) return;
        set({ pending: undefined });
        pending.abort.abort();
        URL.revokeObjectURL(pending.url);
      },
    };
  };
}

/** The page has shown the sample already, so that the browser's copy of it will do. */
async function loadSample(signal: AbortSignal): Promise<Blob> {
  const response = await fetch(SAMPLE_URL, { cache: "force-cache", signal }).catch((cause: unknown) => {
    throw new EngineError("download-failed", "The sample picture could not be loaded: try again.", { cause });
  });
  if (response.ok) return response.blob();
  throw new EngineError("download-failed", `The server does not have the sample picture (status ${response.status}).`);
}
