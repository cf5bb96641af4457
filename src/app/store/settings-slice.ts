import type { Slice } from "./app-state.ts";

/** Languages that the page speaks. */
export const LANGUAGE_IDS = ["en", "fr"] as const;
export type Language = (typeof LANGUAGE_IDS)[number];

/** What a visitor has chosen; what is left out is up to the page. */
export interface Settings {
  /** The manifest's default model when left out. */
  readonly modelId?: string | undefined;
  /** The browser's language when left out. */
  readonly language?: Language | undefined;
  /** Whether faces get the second reading, apparent gender. */
  readonly withGender: boolean;
}

export interface SettingsSlice {
  readonly settings: Settings;
  readonly changeSettings: (changes: Partial<Settings>) => void;
}

/** The part of the store that holds the visitor's choices. */
export const createSettingsSlice: Slice<SettingsSlice> = (set, get) => ({
  settings: { withGender: false },
  changeSettings: (changes) => set({ settings: { ...get().settings, ...changes } }),
});
