import type { StoreApi } from "zustand";
import { isLanguage } from "../text/languages.ts";
import type { AppState, Settings } from "./app-state.ts";

const KEY = "agelens-settings";

/** Takes up the settings of the last visit and keeps changes for the next one; nothing else is ever kept. */
export function keepSettings(store: StoreApi<AppState>, storage: Pick<Storage, "getItem" | "setItem">): void {
  store.getState().changeSettings(readSettings(storage.getItem(KEY)));
  store.subscribe(({ settings }, before) => {
    if (settings !== before.settings) storage.setItem(KEY, JSON.stringify(settings));
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
