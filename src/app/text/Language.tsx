import { type ReactNode, useEffect, useState } from "react";
import { useApp } from "../store/store.ts";
import { chooseLanguage, isLanguage, LANGUAGES } from "./languages.ts";
import type { Text } from "./text.ts";
import { TextContext } from "./use-text.ts";

interface LanguageProps {
  /** The sentences that the page begins with. */
  readonly first: Text;
  readonly children: ReactNode;
}

/** Gives the page its sentences, in the chosen language or else in the browser's; the ones before stay until they are there. */
export function Language({ first, children }: LanguageProps) {
  const [text, setText] = useState(first);
  const { locale } = text;
  const chosen = useApp((state) => state.settings.language);
  const changeSettings = useApp((state) => state.changeSettings);
  const report = useApp((state) => state.report);
  const wanted = chosen ?? chooseLanguage(navigator.languages);
  useEffect(() => {
    if (wanted === locale) return;
    let isLatest = true;
    LANGUAGES[wanted].load().then(
      (loaded) => isLatest && setText(loaded),
      () => {
        if (!isLatest) return;
        if (isLanguage(locale)) changeSettings({ language: locale });
        report({ code: "download-failed" });
      },
    );
    return () => {
      isLatest = false;
    };
  }, [wanted, locale, changeSettings, report]);
  useEffect(() => {
    document.documentElement.lang = text.locale;
    document.title = text.documentTitle;
  }, [text]);
  return <TextContext value={text}>{children}</TextContext>;
}
