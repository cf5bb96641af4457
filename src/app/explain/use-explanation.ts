import { useCallback, useEffect, useRef, useState } from "react";
import type { ExplanationMethod, HeatMap } from "../../engine/index.ts";
import { toProblem } from "../store/problem.ts";
import { useApp } from "../store/store.ts";

/** How far an explanation is. */
export interface Explanation {
  readonly method: ExplanationMethod;
  readonly map: HeatMap | undefined;
  /** Of the work that takes a while; `undefined` where it does not, or has not begun. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly choose: (method: ExplanationMethod) => void;
}

/** Heat maps of a crop's reading by `modelId`: the quick one at once, the other when it is chosen; each is made once. */
export function useExplanation(crop: Uint8ClampedArray, modelId: string): Explanation {
  const explain = useApp((state) => state.explain);
  const report = useApp((state) => state.report);
  const [method, setMethod] = useState<ExplanationMethod>("class-activation");
  const [maps, setMaps] = useState<Partial<Record<ExplanationMethod, HeatMap>>>({});
  const [progress, setProgress] = useState<Explanation["progress"]>();
  const known = useRef(maps);
  known.current = maps;

  useEffect(() => {
    if (known.current[method]) return;
    const abort = new AbortController();
    setProgress(undefined);
    explain(
      crop,
      { modelId, method },
      {
        signal: abort.signal,
        onProgress: (step) => {
          if (step.kind === "explain" && !abort.signal.aborted) setProgress(step);
        },
      },
    )
      .then((map) => {
        if (!abort.signal.aborted) setMaps((before) => ({ ...before, [method]: map }));
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) report(toProblem(error));
      });
    return () => abort.abort();
  }, [crop, modelId, method, explain, report]);

  const choose = useCallback((next: ExplanationMethod) => setMethod(next), []);
  return { method, map: maps[method], progress, choose };
}
