import { useEffect, useState } from "react";
import type { Comparison, ModelInfo, Progress } from "../../engine/index.ts";
import { toProblem } from "../store/problem.ts";
import { useApp } from "../store/store.ts";
import { advance, NOTHING_YET, type Waiting } from "../store/waiting.ts";

/** How far a comparison is. */
export interface ComparisonState {
  readonly comparison: Comparison | undefined;
  /** Set while it is under way. */
  readonly waiting: Waiting | undefined;
}

/** Has every one of `models` read `picture`; again when one of them changes. */
export function useComparison(picture: Blob | undefined, models: readonly ModelInfo[] | undefined): ComparisonState {
  const compareModels = useApp((state) => state.compareModels);
  const report = useApp((state) => state.report);
  const [state, setState] = useState<ComparisonState>({ comparison: undefined, waiting: undefined });

  useEffect(() => {
    if (!picture || !models) return;
    const abort = new AbortController();
    const { signal } = abort;
    let waiting = NOTHING_YET;
    setState({ comparison: undefined, waiting });
    const ids = models.map(({ id }) => id);
    const onProgress = (progress: Progress) => {
      waiting = advance(waiting, progress);
      if (!signal.aborted) setState({ comparison: undefined, waiting });
    };
    compareModels(picture, ids, { signal, onProgress })
      .then((comparison) => !signal.aborted && setState({ comparison, waiting: undefined }))
      .catch((error: unknown) => {
        if (signal.aborted) return;
        setState({ comparison: undefined, waiting: undefined });
        report(toProblem(error));
      });
    return () => abort.abort();
  }, [picture, models, compareModels, report]);

  return state;
}

/** Index of the face that is compared: the one that was selected on the photo, until another is chosen. */
export function useComparedFace(comparison: Comparison | undefined): [face: number, choose: (face: number) => void] {
  const selected = useApp((state) => state.selectedFace) ?? 0;
  const selectFace = useApp((state) => state.selectFace);
  const foundBefore = useApp((state) => state.result?.analysis.faces.length);
  const [own, setOwn] = useState(0);
  const sameFaces = comparison?.faces.length === foundBefore;
  return sameFaces ? [selected, selectFace] : [own, setOwn];
}
