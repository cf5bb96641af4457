import { useRef } from "react";
import { useFocusWhenLost } from "../components/use-focus-when-lost.ts";
import { useText } from "../text/use-text.ts";
import styles from "./KeyList.module.css";
import { STAGE_KEYS, type StageAction } from "./keys.ts";

/** Every key of the stage; each line is a button, too. */
export function KeyList({ onAction }: { readonly onAction: (action: StageAction) => void }) {
  const text = useText().present;
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusWhenLost(heading, true);
  const nameOf = (sign: string) => text.keyNames[sign] ?? sign;
  return (
    <section className={styles.list} aria-labelledby="keys-heading" data-testid="key-list">
      <h2 id="keys-heading" ref={heading} tabIndex={-1}>
        {text.keys}
      </h2>
      <ul>
        {STAGE_KEYS.map(({ sign, action }) => (
          <li key={action}>
            <button type="button" onClick={() => onAction(action)}>
              <kbd>{nameOf(sign)}</kbd>
              {text.actions[action]}
            </button>
          </li>
        ))}
      </ul>
      <p>{text.promise}</p>
    </section>
  );
}
