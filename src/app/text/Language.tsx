import { type ReactNode, useEffect } from "react";
import { useApp } from "../store/store.ts";
import { chooseCatalogue, TextContext } from "./text.ts";

/** Gives the page its words, in the chosen language or else in the browser's. */
export function Language({ children }: { readonly children: ReactNode }) {
  const chosen = useApp((state) => state.settings.language);
  const text = chooseCatalogue(chosen ? [chosen] : navigator.languages);
  useEffect(() => {
    document.documentElement.lang = text.locale;
    document.title = text.documentTitle;
  }, [text]);
  return <TextContext value={text}>{children}</TextContext>;
}
