import { readingOrder } from "../photo/reading-order.ts";
import type { Frame, GetEngine, ReelSlice, Slice } from "./app-state.ts";
import { toProblem } from "./problem.ts";
import { readPicture } from "./read-picture.ts";
import { nameOf, showablePicture } from "./showable-picture.ts";
import { NOTHING_YET } from "./waiting.ts";

/** More pictures at once than these are a batch: each frame keeps the crops of its faces. */
export const REEL_LIMIT = 30;

/** Creates the part of the store that holds several pictures at once. */
export function createReelSlice(getEngine: GetEngine): Slice<ReelSlice> {
  let running: AbortController | undefined;
  let frameCount = 0;

  return (set, get) => {
    const toFrame = (picture: Blob): Frame => ({
      id: frameCount++,
      name: nameOf(picture),
      picture,
      url: URL.createObjectURL(picture),
    });

    const readShowable = async ({ id, picture }: Frame, abort: AbortController) => {
      const copy = await showablePicture(getEngine(), picture, abort.signal);
      if (copy !== picture && !abort.signal.aborted) replacePicture(id, copy);
      return readPicture(getEngine(), copy, abort.signal, (waiting) => {
        const shown = get().reel.find((frame) => frame.id === get().shownFrame);
        if (shown?.id === id) set({ pending: { url: shown.url, abort, waiting } });
      });
    };

    /** A frame of a kind that the browser cannot show gets a copy that it can. */
    const replacePicture = (id: number, picture: Blob) => {
      const replaced = (frame: Frame): Frame => {
        URL.revokeObjectURL(frame.url);
        return { ...frame, picture, url: URL.createObjectURL(picture) };
      };
      set({ reel: get().reel.map((frame) => (frame.id === id ? replaced(frame) : frame)) });
      if (get().shownFrame === id) get().showFrame(id);
    };

    const readFrame = async (frame: Frame, abort: AbortController): Promise<void> => {
      const outcome = await readShowable(frame, abort).then(
        (analysis) => ({ status: "read", analysis }) as const,
        (error: unknown) => ({ status: "failed", problem: toProblem(error) }) as const,
      );
      if (abort.signal.aborted) return;
      set({ reel: get().reel.map((other) => (other.id === frame.id ? { ...other, outcome } : other)) });
      if (get().shownFrame === frame.id) get().showFrame(frame.id);
    };

    return {
      reel: [],
      shownFrame: undefined,
      openAll: async (pictures, shownIndex = 0) => {
        const [first] = pictures;
        if (first && pictures.length === 1) return get().open(first);
        get().cancel();
        get().closeReel();
        const { result } = get();
        if (result) URL.revokeObjectURL(result.url);
        const abort = new AbortController();
        running = abort;
        const reel = pictures.map(toFrame);
        set({ reel, problem: undefined });
        get().showFrame(reel[shownIndex]?.id ?? -1);
        for (const frame of reel) {
          if (!abort.signal.aborted) await readFrame(frame, abort);
        }
        if (running === abort) running = undefined;
        void get().preload();
      },
      showFrame: (id) => {
        const frame = get().reel.find((frame) => frame.id === id);
        if (!frame) return;
        const { url, name, picture, outcome } = frame;
        const analysis = outcome?.status === "read" ? outcome.analysis : undefined;
        set({
          shownFrame: id,
          result: analysis && { name, url, picture, analysis },
          selectedFace: analysis && readingOrder(analysis.faces)[0],
          pending: !outcome && running ? { url, abort: running, waiting: NOTHING_YET } : undefined,
        });
      },
      stopReel: () => {
        if (!running) return;
        running.abort();
        running = undefined;
        const { reel, shownFrame } = get();
        for (const { outcome, url } of reel) if (!outcome) URL.revokeObjectURL(url);
        const kept = reel.filter(({ outcome }) => outcome);
        const shown = kept.find(({ id }) => id === shownFrame) ?? kept.at(-1);
        set({ reel: kept, pending: undefined, shownFrame: undefined });
        if (shown) get().showFrame(shown.id);
      },
      closeReel: () => {
        const { reel } = get();
        if (reel.length === 0) return;
        for (const { url } of reel) URL.revokeObjectURL(url);
        set({ reel: [], shownFrame: undefined, result: undefined, selectedFace: undefined });
      },
    };
  };
}
