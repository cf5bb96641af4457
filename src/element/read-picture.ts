import {
  type AnalyseOptions,
  borrowEngine,
  type EngineOptions,
  type ImageInput,
  type Progress,
  toEngineError,
} from "../engine/index.ts";
import { openPicture } from "./open-picture.ts";
import type { ShownPicture, Stop, Tell } from "./state.ts";

/** How the element reads: its attributes. */
export interface ElementOptions {
  readonly engine: EngineOptions;
  readonly read: Pick<AnalyseOptions, "effort" | "modelId">;
}

/** Shows and reads a picture until it is done or stopped. */
export function readPicture(input: ImageInput, { engine: options, read }: ElementOptions, tell: Tell): Stop {
  const controller = new AbortController();
  const { signal } = controller;
  const { engine, giveBack } = borrowEngine(options);
  const tellUnlessStopped: Tell = (state) => {
    if (!signal.aborted) tell(state);
  };
  let shown: ShownPicture | undefined;
  const work = async () => {
    const opened = await openPicture(input, engine, signal);
    shown = opened.shown;
    tellUnlessStopped({ kind: "reading", shown });
    const onProgress = (progress: Progress) => tellUnlessStopped({ kind: "reading", shown, progress });
    const analysis = await engine.analyse(opened.input, { ...read, signal, onProgress });
    tellUnlessStopped({ kind: "read", shown, analysis });
  };
  tell({ kind: "reading" });
  work().catch((error) => tellUnlessStopped({ kind: "failed", shown, error: toEngineError(error) }));
  return () => {
    controller.abort();
    giveBack();
  };
}
