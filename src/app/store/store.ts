import { createContext, use } from "react";
import { createStore, type StoreApi, useStore } from "zustand";
import type { Engine } from "../../engine/index.ts";
import type { AppState, GetEngine, Settings } from "./app-state.ts";
import { createBatchIntakeSlice } from "./batch-intake-slice.ts";
import { createEngineSlice } from "./engine-slice.ts";
import { createImagesSlice } from "./images-slice.ts";
import { createModelsSlice } from "./models-slice.ts";
import { createOfflineSlice, createSettingsSlice, createStorageSlice, createViewSlice } from "./page-slices.ts";
import { createReelSlice } from "./reel-slice.ts";
import { createResultsSlice } from "./results-slice.ts";

/** Creates the page's one store; its engine reads as the visitor has set it. */
export function createAppStore(startEngine: GetEngine): StoreApi<AppState> {
  const getEngine: GetEngine = () => withSettings(startEngine(), store.getState().settings);
  const store: StoreApi<AppState> = createStore<AppState>()((...tools) => ({
    ...createBatchIntakeSlice(...tools),
    ...createEngineSlice(getEngine)(...tools),
    ...createImagesSlice(getEngine)(...tools),
    ...createModelsSlice(getEngine)(...tools),
    ...createOfflineSlice(...tools),
    ...createReelSlice(getEngine)(...tools),
    ...createResultsSlice(...tools),
    ...createSettingsSlice(...tools),
    ...createStorageSlice(...tools),
    ...createViewSlice(...tools),
  }));
  return store;
}

/** The engine as the visitor has set it: calls take the chosen model unless they name another. */
function withSettings(engine: Engine, { modelId, withGender }: Settings): Engine {
  return {
    load: (options) => engine.load({ modelId, ...options }),
    models: (options) => engine.models(options),
    analyse: (input, options) => engine.analyse(input, { modelId, withGender, ...options }),
    showable: (picture, options) => engine.showable(picture, options),
    detect: (input, options) => engine.detect(input, options),
    enhance: (crop, steps, options) => engine.enhance(crop, steps, options),
    compare: (input, modelIds, options) => engine.compare(input, modelIds, options),
    explain: (crop, request, options) => engine.explain(crop, request, options),
    close: () => engine.close(),
  };
}

/** The store, given once at the top. */
export const StoreContext = createContext<StoreApi<AppState> | undefined>(undefined);

/** The store itself, for what follows it outside of rendering. */
export function useAppStore(): StoreApi<AppState> {
  const store = use(StoreContext);
  if (!store) throw new Error("useApp needs a StoreContext above it.");
  return store;
}

/** Reads from the store and follows its changes; `select` must give the same value for the same state. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useAppStore(), select);
}
