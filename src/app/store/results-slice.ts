import type { Analysis } from "../../engine/index.ts";
import { readingOrder } from "../photo/reading-order.ts";
import type { Slice } from "./app-state.ts";
import type { Problem } from "./problem.ts";

/** A picture that has been read. */
export interface PictureResult {
  /** The file's name. */
  readonly name: string;
  readonly picture: Blob;
  /** Address to show it from. */
  readonly url: string;
  readonly analysis: Analysis;
}

export interface ResultsSlice {
  /** The latest picture that could be read; a failure leaves it where it is. */
  readonly result: PictureResult | undefined;
  readonly problem: Problem | undefined;
  /** Index into the analysis' faces. */
  readonly selectedFace: number | undefined;
  readonly show: (result: PictureResult) => void;
  readonly report: (problem: Problem) => void;
  readonly dismissProblem: () => void;
  readonly selectFace: (index: number) => void;
}

/** The part of the store that holds what was found out. */
export const createResultsSlice: Slice<ResultsSlice> = (set, get) => ({
  result: undefined,
  problem: undefined,
  selectedFace: undefined,
  show: (result) => {
    const previous = get().result;
    if (previous && previous.url !== result.url) URL.revokeObjectURL(previous.url);
    set({ result, problem: undefined, selectedFace: readingOrder(result.analysis.faces)[0] });
  },
  report: (problem) => set({ problem }),
  dismissProblem: () => set({ problem: undefined }),
  selectFace: (index) => set({ selectedFace: index }),
});
