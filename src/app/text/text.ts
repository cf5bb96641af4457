import { createContext, use } from "react";
import type { Catalogue } from "./catalogue.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

const CATALOGUES: readonly Catalogue[] = [en, fr];

/** The catalogue of the first of `languages` (BCP 47, in order of preference) that there is one for, else English. */
export function chooseCatalogue(languages: readonly string[]): Catalogue {
  const known = languages.map((language) => CATALOGUES.find(({ locale }) => language.split("-")[0] === locale));
  return known.find((catalogue) => catalogue !== undefined) ?? en;
}

/** The page's language, given once at the top. */
export const TextContext = createContext<Catalogue>(en);

/** Every sentence of the page in its language. */
export function useText(): Catalogue {
  return use(TextContext);
}
