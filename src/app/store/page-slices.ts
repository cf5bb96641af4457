import type { OfflineSlice, SettingsSlice, Slice, StorageSlice, ViewSlice } from "./app-state.ts";

/** The part of the store that holds the visitor's choices. */
export const createSettingsSlice: Slice<SettingsSlice> = (set, get) => ({
  settings: { withGender: false },
  changeSettings: (changes) => set({ settings: { ...get().settings, ...changes } }),
});

/** The part of the store that knows where the visitor is. */
export const createViewSlice: Slice<ViewSlice> = (set) => ({
  view: "photo",
  goTo: (view) => set({ view }),
});

/** The part of the store that follows the service worker. */
export const createOfflineSlice: Slice<OfflineSlice> = (set) => ({
  offline: { status: "unknown" },
  setOffline: (offline) => set({ offline }),
});

/** The part of the store that knows whether the browser keeps anything. */
export const createStorageSlice: Slice<StorageSlice> = (set) => ({
  storageNotice: undefined,
  noteStorageFailure: (storageNotice) => set({ storageNotice }),
  dismissStorageNotice: () => set({ storageNotice: undefined }),
});
