import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import styles from "./ViewLinks.module.css";
import { VIEWS } from "./views.ts";

/** The ways from one view to another. */
export function ViewLinks() {
  const text = useText();
  const current = useApp((state) => state.view);
  if (VIEWS.length < 2) return null;
  return (
    <nav className={styles.links} aria-label={text.views.label}>
      {VIEWS.map(({ id }) => (
        <a key={id} href={`#${id}`} aria-current={id === current ? "page" : undefined} data-testid={`view-${id}`}>
          {text.views[id]}
        </a>
      ))}
    </nav>
  );
}
