import type { Slice } from "./app-state.ts";

/** Whether the app would work without a network. */
export type OfflineState =
  | { readonly status: "unknown" }
  | { readonly status: "ready" }
  /** Another version is stored and waits; `takeOver` starts it and loads the page again. */
  | { readonly status: "update"; readonly takeOver: () => void };

export interface OfflineSlice {
  readonly offline: OfflineState;
  readonly setOffline: (offline: OfflineState) => void;
}

/** The part of the store that follows the service worker. */
export const createOfflineSlice: Slice<OfflineSlice> = (set) => ({
  offline: { status: "unknown" },
  setOffline: (offline) => set({ offline }),
});
