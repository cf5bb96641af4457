import { isFolder, sortFiles } from "../files/incoming.ts";
import type { BatchIntakeSlice, Slice } from "./app-state.ts";
import { REEL_LIMIT } from "./reel-slice.ts";

/** The part of the store that decides where pictures go, without loading the batch. */
export const createBatchIntakeSlice: Slice<BatchIntakeSlice> = (set, get) => ({
  forBatch: [],
  receive: (incoming) => {
    if (incoming.length === 0) return get().report({ code: "no-file" });
    const { pictures, leftOut } = sortFiles(incoming);
    const isBatch = get().view === "batch" || incoming.some(isFolder) || pictures.length > REEL_LIMIT;
    if (!isBatch) {
      void get().openAll(pictures);
      if (leftOut.length > 0) get().report({ code: "left-out", about: leftOut.join(", ") });
      return;
    }
    set({ forBatch: [...get().forBatch, ...incoming], problem: undefined });
    get().goTo("batch");
  },
  takeForBatch: () => {
    const { forBatch } = get();
    if (forBatch.length > 0) set({ forBatch: [] });
    return forBatch;
  },
});
