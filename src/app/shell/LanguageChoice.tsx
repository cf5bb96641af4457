import { Languages } from "lucide-react";
import { useApp } from "../store/store.ts";
import { isLanguage, LANGUAGE_CODES, LANGUAGES } from "../text/languages.ts";
import { useText } from "../text/use-text.ts";
import styles from "./LanguageChoice.module.css";

/** Every language of the page, each under its own name. */
export function LanguageChoice() {
  const { locale, language } = useText();
  const changeSettings = useApp((state) => state.changeSettings);
  return (
    <label className={styles.choice}>
      <Languages aria-hidden="true" />
      <select
        aria-label={language}
        value={locale}
        onChange={({ target: { value } }) => isLanguage(value) && changeSettings({ language: value })}
        data-testid="language-choice"
      >
        {LANGUAGE_CODES.map((code) => (
          <option key={code} value={code} lang={code}>
            {LANGUAGES[code].name}
          </option>
        ))}
      </select>
    </label>
  );
}
