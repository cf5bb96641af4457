import type { Text } from "./text.ts";

/** A language by its own name, and how its sentences are fetched. */
interface LanguageEntry {
  readonly name: string;
  readonly load: () => Promise<Text>;
}

/** Every language of the page, by its BCP 47 code. A language is a folder beside this file and a line here. */
export const LANGUAGES = {
  en: { name: "English", load: () => import("./en/en.ts").then(({ en }) => en) },
  fr: { name: "Français", load: () => import("./fr/fr.ts").then(({ fr }) => fr) },
  de: { name: "Deutsch", load: () => import("./de/de.ts").then(({ de }) => de) },
} as const satisfies Readonly<Record<string, LanguageEntry>>;

export type Language = keyof typeof LANGUAGES;

/** The codes in the order in which they are offered. */
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly Language[];

/** Whether the page speaks it. */
export function isLanguage(code: unknown): code is Language {
  return LANGUAGE_CODES.some((known) => known === code);
}

/** The first of `tags` (BCP 47, in order of preference) that the page speaks, else English. */
export function chooseLanguage(tags: readonly string[]): Language {
  return tags.map((tag) => tag.split("-")[0]?.toLowerCase()).find(isLanguage) ?? "en";
}
