import { useEffect, useState } from "react";
import type { Analysis } from "../../engine/index.ts";
import { toProblem } from "../store/problem.ts";
import { type SampleId, sampleUrl } from "../store/samples.ts";
import { useApp } from "../store/store.ts";

/** What was read from a sample; `undefined` until it is there. Each sample is read once while the stage is open. */
export function useSample(id: SampleId): Analysis | undefined {
  const url = sampleUrl(id);
  const analyse = useApp((state) => state.analyse);
  const report = useApp((state) => state.report);
  const [analyses, setAnalyses] = useState<ReadonlyMap<string, Analysis>>(new Map());
  const isKnown = analyses.has(url);
  useEffect(() => {
    if (isKnown) return;
    const abort = new AbortController();
    const { signal } = abort;
    fetch(url, { cache: "force-cache", signal })
      .then((response) => response.blob())
      .then((picture) => analyse(picture, { signal }))
      .then((analysis) => setAnalyses((known) => new Map(known).set(url, analysis)))
      .catch((error: unknown) => {
        if (!signal.aborted) report(toProblem(error));
      });
    return () => abort.abort();
  }, [url, isKnown, analyse, report]);
  return analyses.get(url);
}
