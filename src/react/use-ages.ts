import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  type Analysis,
  borrowEngine,
  type EngineError,
  type ImageInput,
  type Progress,
  toEngineError,
} from "../engine/index.ts";
import { type AgesOptions, useSplitOptions } from "./options.ts";

/** How far the reading of a picture is. */
export type AgesState =
  | { readonly status: "idle"; readonly analysis?: never; readonly progress?: never; readonly error?: never }
  | {
      readonly status: "reading";
      readonly analysis?: never;
      readonly progress?: Progress | undefined;
      readonly error?: never;
    }
  | { readonly status: "read"; readonly analysis: Analysis; readonly progress?: never; readonly error?: never }
  | { readonly status: "failed"; readonly analysis?: never; readonly progress?: never; readonly error: EngineError };

/** What a component knows of a picture, and what it may do. */
export type Ages = AgesState & {
  /** Gives the reading up; the status is `idle` until the input or an option changes, or `retry` is called. */
  readonly cancel: () => void;
  /** Reads the same input again. ImageBitmaps and VideoFrames were handed over and cannot be read twice. */
  readonly retry: () => void;
};

const IDLE: AgesState = { status: "idle" };
const READING: AgesState = { status: "reading" };

/**
 * Reads every face of a picture whenever `input` or the value of an option changes; what was being read before is
 * cancelled, and so it is when the component goes. Nothing is read without an input, and nothing while a server renders.
 *
 * @example
 * function Portrait({ file }: { file: File | undefined }) {
 *   const { status, analysis, error } = useAges(file);
 *   if (status === "reading") return <p>Reading …</p>;
 *   if (status === "failed") return <p>{error.message}</p>;
 *   return analysis?.faces.map(({ reading }, face) => (
 *     <p key={face}>{reading.status === "estimated" ? `${Math.round(reading.years)} years` : "no age"}</p>
 *   ));
 * }
 */
export function useAges(input: ImageInput | null | undefined, options: AgesOptions = {}): Ages {
  const split = useSplitOptions(options);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is a request of its own.
  const request = useMemo(() => ({ input, split }), [input, split, attempt]);
  const [told, setTold] = useState<{ readonly request: object; readonly state: AgesState }>();
  const abort = useRef<AbortController>(undefined);

  useEffect(() => {
    const { input, split } = request;
    if (input === null || input === undefined) return;
    const controller = new AbortController();
    const { signal } = controller;
    abort.current = controller;
    const tell = (state: AgesState) => {
      if (!signal.aborted) setTold({ request, state });
    };
    const onProgress = (progress: Progress) => tell({ status: "reading", progress });
    const { engine, giveBack } = borrowEngine(split.engine);
    engine.analyse(input, { ...split.read, signal, onProgress }).then(
      (analysis) => tell({ status: "read", analysis }),
      (error: unknown) => tell({ status: "failed", error: toEngineError(error) }),
    );
    return () => {
      controller.abort();
      giveBack();
    };
  }, [request]);

  const cancel = useCallback(() => {
    abort.current?.abort();
    setTold({ request, state: IDLE });
  }, [request]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const begun = input === null || input === undefined ? IDLE : READING;
  const state = told?.request === request ? told.state : begun;
  return { ...state, cancel, retry };
}
