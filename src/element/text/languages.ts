import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { ElementText } from "./text.ts";

const TEXTS: Readonly<Record<string, ElementText>> = { en, fr, de };

/** What is said in a language. */
export interface Spoken {
  /** BCP 47, for numbers and for the words' own `lang`. */
  readonly language: string;
  readonly text: ElementText;
}

/** The words for a BCP 47 tag such as `de-AT`, English where the element does not speak it. */
export function spoken(tag: string): Spoken {
  const language = tag.split("-")[0]?.toLowerCase() ?? "";
  const text = TEXTS[language];
  return text ? { language, text } : { language: "en", text: en };
}
