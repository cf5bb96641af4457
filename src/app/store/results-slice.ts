import { readingOrder } from "../../labels/reading-order.ts";
import type { ResultsSlice, Slice } from "./app-state.ts";

/** The part of the store that holds what was found out. */
export const createResultsSlice: Slice<ResultsSlice> = (set, get) => ({
  result: undefined,
  problem: undefined,
  selectedFace: undefined,
  show: (result) => {
    const previous = get().result;
    if (previous && previous.url !== result.url) URL.revokeObjectURL(previous.url);
    set({ result, selectedFace: readingOrder(result.analysis.faces)[0] });
  },
  report: (problem) => set({ problem }),
  dismissProblem: () => set({ problem: undefined }),
  selectFace: (index) => set({ selectedFace: index }),
});
