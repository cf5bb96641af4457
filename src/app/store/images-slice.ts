import { EngineError } from "../../engine/index.ts";
import type { GetEngine, ImagesSlice, Slice } from "./app-state.ts";
import { toProblem } from "./problem.ts";
import { readPicture } from "./read-picture.ts";
import { sampleUrl } from "./samples.ts";
import { nameOf, showablePicture } from "./showable-picture.ts";
import { NOTHING_YET } from "./waiting.ts";

/** Creates the part of the store that takes pictures in. */
export function createImagesSlice(getEngine: GetEngine): Slice<ImagesSlice> {
  return (set, get) => {
    const isCurrent = (abort: AbortController) => get().pending?.abort === abort;

    const read = async (firstUrl: string, load: (signal: AbortSignal) => Promise<Blob>) => {
      get().cancel();
      const abort = new AbortController();
      let url = firstUrl;
      set({ pending: { url, abort, waiting: NOTHING_YET }, problem: undefined });
      try {
        const given = await load(abort.signal);
        const picture = await showablePicture(getEngine(), given, abort.signal);
        if (!isCurrent(abort)) return;
        if (picture !== given) {
          URL.revokeObjectURL(url);
          url = URL.createObjectURL(picture);
          set({ pending: { url, abort, waiting: NOTHING_YET } });
        }
        const analysis = await readPicture(getEngine(), picture, abort.signal, (waiting) => {
          if (isCurrent(abort)) set({ pending: { url, abort, waiting } });
        });
        if (!isCurrent(abort)) return;
        set({ pending: undefined });
        get().closeReel();
        get().show({ name: nameOf(picture), url, picture, analysis });
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
      openSample: (id) => read(sampleUrl(id), (signal) => loadSample(sampleUrl(id), signal)),
      cancel: () => {
        get().stopReel();
        const { pending } = get();
        if (!pending) return;
        set({ pending: undefined });
        pending.abort.abort();
        URL.revokeObjectURL(pending.url);
      },
    };
  };
}

function nameFromUrl(url: string): string {
  return url.slice(url.lastIndexOf("/") + 1);
}

/** The page has shown the picture already, so that the browser's copy of it will do. */
async function loadSample(url: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(url, { cache: "force-cache", signal }).catch((cause: unknown) => {
    throw new EngineError("download-failed", "The sample picture could not be loaded: try again.", { cause });
  });
  if (response.ok) return new File([await response.blob()], nameFromUrl(url));
  throw new EngineError("download-failed", `The server does not have the sample picture (status ${response.status}).`);
}
