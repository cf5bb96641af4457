import { readingOrder } from "../../labels/reading-order.ts";
import type { GetEngine, ReelPicture, ReelSlice, Slice } from "./app-state.ts";
import { toProblem } from "./problem.ts";
import { readPicture } from "./read-picture.ts";
import { nameOf, showablePicture } from "./showable-picture.ts";
import { NOTHING_YET } from "./waiting.ts";

/** More pictures at once than these are a batch: each picture keeps the crops of its faces. */
export const REEL_LIMIT = 30;

/** Creates the part of the store that holds several pictures at once. */
export function createReelSlice(getEngine: GetEngine): Slice<ReelSlice> {
  let running: AbortController | undefined;
  let count = 0;

  return (set, get) => {
    const toReelPicture = (picture: Blob): ReelPicture => ({
      id: count++,
      name: nameOf(picture),
      picture,
      url: URL.createObjectURL(picture),
    });

    const readShowable = async ({ id, picture }: ReelPicture, abort: AbortController) => {
      const copy = await showablePicture(getEngine(), picture, abort.signal);
      if (copy !== picture && !abort.signal.aborted) replacePicture(id, copy);
      return readPicture(getEngine(), copy, abort.signal, (waiting) => {
        const shown = get().reel.find((item) => item.id === get().shownInReel);
        if (shown?.id === id) set({ pending: { url: shown.url, abort, waiting } });
      });
    };

    /** A picture of a kind that the browser cannot show gets a copy that it can. */
    const replacePicture = (id: number, picture: Blob) => {
      const replaced = (item: ReelPicture): ReelPicture => {
        URL.revokeObjectURL(item.url);
        return { ...item, picture, url: URL.createObjectURL(picture) };
      };
      set({ reel: get().reel.map((item) => (item.id === id ? replaced(item) : item)) });
      if (get().shownInReel === id) get().showInReel(id);
    };

    const readOne = async (item: ReelPicture, abort: AbortController): Promise<void> => {
      const outcome = await readShowable(item, abort).then(
        (analysis) => ({ status: "read", analysis }) as const,
        (error: unknown) => ({ status: "failed", problem: toProblem(error) }) as const,
      );
      if (abort.signal.aborted) return;
      set({ reel: get().reel.map((other) => (other.id === item.id ? { ...other, outcome } : other)) });
      if (get().shownInReel === item.id) get().showInReel(item.id);
    };

    return {
      reel: [],
      shownInReel: undefined,
      openAll: async (pictures, shownIndex = 0) => {
        const [first] = pictures;
        if (first && pictures.length === 1) return get().open(first);
        get().cancel();
        get().closeReel();
        const { result } = get();
        if (result) URL.revokeObjectURL(result.url);
        const abort = new AbortController();
        running = abort;
        const reel = pictures.map(toReelPicture);
        set({ reel, problem: undefined });
        get().showInReel(reel[shownIndex]?.id ?? -1);
        for (const item of reel) {
          if (!abort.signal.aborted) await readOne(item, abort);
        }
        if (running === abort) running = undefined;
        void get().preload();
      },
      showInReel: (id) => {
        const item = get().reel.find((item) => item.id === id);
        if (!item) return;
        const { url, name, picture, outcome } = item;
        const analysis = outcome?.status === "read" ? outcome.analysis : undefined;
        set({
          shownInReel: id,
          result: analysis && { name, url, picture, analysis },
          selectedFace: analysis && readingOrder(analysis.faces)[0],
          pending: !outcome && running ? { url, abort: running, waiting: NOTHING_YET } : undefined,
        });
      },
      stopReel: () => {
        if (!running) return;
        running.abort();
        running = undefined;
        const { reel, shownInReel } = get();
        for (const { outcome, url } of reel) if (!outcome) URL.revokeObjectURL(url);
        const kept = reel.filter(({ outcome }) => outcome);
        const shown = kept.find(({ id }) => id === shownInReel) ?? kept.at(-1);
        set({ reel: kept, pending: undefined, shownInReel: undefined });
        if (shown) get().showInReel(shown.id);
      },
      closeReel: () => {
        const { reel } = get();
        if (reel.length === 0) return;
        for (const { url } of reel) URL.revokeObjectURL(url);
        set({ reel: [], shownInReel: undefined, result: undefined, selectedFace: undefined });
      },
    };
  };
}
