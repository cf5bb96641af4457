import { useText } from "./text.ts";

/**
 * The sentences of one view, kept beside it so that they load with it.
 *
 * @returns a hook that gives them in the page's language
 */
export function defineText<T>(languages: { readonly en: T; readonly fr: T }): () => T {
  return () => (useText().locale === "fr" ? languages.fr : languages.en);
}
