import { useMemo } from "react";
import type { AnalyseOptions, EngineOptions } from "../engine/index.ts";

/** How a hook reads and where its engine finds its files; hooks with the same engine options share one engine. */
export interface AgesOptions extends EngineOptions, Omit<AnalyseOptions, "signal" | "onProgress"> {}

/** The options of an engine and those of its calls. */
export interface SplitOptions {
  readonly engine: EngineOptions;
  readonly read: Omit<AnalyseOptions, "signal" | "onProgress">;
}

/** The options apart, the same object until a value among them changes: people write them in place, anew at every render. */
export function useSplitOptions(options: AgesOptions): SplitOptions {
  const values = JSON.stringify(options);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values stand for the options.
  return useMemo(() => split(options), [values]);
}

/** The model is named in each call, so that hooks for different models share an engine. */
function split({ effort, withCrops, withRepair, withGender, modelId, ...engine }: AgesOptions): SplitOptions {
  return { engine, read: { effort, withCrops, withRepair, withGender, modelId } };
}
