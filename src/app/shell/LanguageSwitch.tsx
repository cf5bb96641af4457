import { Languages } from "lucide-react";
import { Button } from "react-aria-components/Button";
import type { Language } from "../store/settings-slice.ts";
import { useApp } from "../store/store.ts";
import { useText } from "../text/text.ts";
import styles from "./LanguageSwitch.module.css";

/** The other language, under its own name. */
const OTHER: Readonly<Record<string, { readonly id: Language; readonly name: string }>> = {
  en: { id: "fr", name: "Français" },
  fr: { id: "en", name: "English" },
};

/** Changes between the page's two languages. */
export function LanguageSwitch() {
  const { locale } = useText();
  const changeSettings = useApp((state) => state.changeSettings);
  const other = OTHER[locale];
  if (!other) return null;
  return (
    <Button
      className={styles.switch ?? ""}
      onPress={() => changeSettings({ language: other.id })}
      data-testid="language-switch"
    >
      <Languages aria-hidden="true" />
      <span lang={other.id}>{other.name}</span>
    </Button>
  );
}
