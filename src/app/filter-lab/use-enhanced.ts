import { useEffect, useRef, useState } from "react";
import type { EnhancedCrop, FilterStep } from "../../engine/index.ts";
import { toProblem } from "../store/problem.ts";
import { useApp } from "../store/store.ts";
import { newestCall } from "./newest-call.ts";

/** The crop after `steps`, following them as fast as the engine can; `undefined` before the first result. */
export function useEnhanced(crop: Uint8ClampedArray, steps: readonly FilterStep[]): EnhancedCrop | undefined {
  const enhance = useApp((state) => state.enhance);
  const report = useApp((state) => state.report);
  const [result, setResult] = useState<EnhancedCrop>();
  const request = useRef<(steps: readonly FilterStep[]) => void>(undefined);

  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    request.current = newestCall((newest: readonly FilterStep[]) => enhance(crop, newest, { signal }), {
      onDone: setResult,
      onFailure: (error) => report(toProblem(error)),
      signal,
    });
    return () => abort.abort();
  }, [crop, enhance, report]);

  useEffect(() => request.current?.(steps), [steps]);
  return result;
}
