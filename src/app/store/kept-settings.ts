import type { StoreApi } from "zustand";
import { toStorageFailure } from "../storage/failure.ts";
import type { ItemStorage } from "../storage/items.ts";
import { isLanguage } from "../text/languages.ts";
import type { AppState, Settings } from "./app-state.ts";

const KEY = "agelens-settings";

/**
 * Takes up the settings of the last visit and keeps changes for the next one; nothing else is ever kept. Where the browser
 * keeps nothing, the settings hold until the page is closed, and the visitor is told so once.
 */
export function keepSettings(store: StoreApi<AppState>, storage: ItemStorage): void {
  const { changeSettings, noteStorageFailure } = store.getState();
  try {
    changeSettings(readSettings(storage.getItem(KEY)));
  } catch (error) {
    noteStorageFailure(toStorageFailure(error));
    return;
  }
  const stop = store.subscribe(({ settings }, before) => {
    if (settings === before.settings) return;
    try {
      storage.setItem(KEY, JSON.stringify(settings));
    } catch (error) {
      stop();
      noteStorageFailure(toStorageFailure(error));
    }
  });
}

/** Whatever of `kept` can be used. */
function readSettings(kept: string | null): Partial<Settings> {
  const { modelId, language, withGender } = parseObject(kept);
  return {
    ...(typeof modelId === "string" && { modelId }),
    ...(isLanguage(language) && { language }),
    ...(typeof withGender === "boolean" && { withGender }),
  };
}

function parseObject(json: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json ?? "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
