import { createContext, use } from "react";
import type { Text } from "./text.ts";

/** The page's sentences, given once at the top. */
export const TextContext = createContext<Text | undefined>(undefined);

/** Every sentence of the page in its language. */
export function useText(): Text {
  const text = use(TextContext);
  if (!text) throw new Error("useText needs a TextContext above it.");
  return text;
}
