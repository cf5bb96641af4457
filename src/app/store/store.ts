import { createContext, use } from "react";
import { createStore, type StoreApi, useStore } from "zustand";
import type { AppState, GetEngine } from "./app-state.ts";
import { createBatchIntakeSlice } from "./batch-intake-slice.ts";
import { createEngineSlice } from "./engine-slice.ts";
import { createImagesSlice } from "./images-slice.ts";
import { createModelsSlice } from "./models-slice.ts";
import { createOfflineSlice } from "./offline-slice.ts";
import { createReelSlice } from "./reel-slice.ts";
import { createResultsSlice } from "./results-slice.ts";
import { createSettingsSlice } from "./settings-slice.ts";
import { createViewSlice } from "./view-slice.ts";
import { withSettings } from "./with-settings.ts";

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
    ...createViewSlice(...tools),
  }));
  return store;
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
