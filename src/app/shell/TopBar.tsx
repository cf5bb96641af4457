import { UserRound } from "lucide-react";
import { ActionButton } from "../components/ActionButton.tsx";
import { PickButton } from "../components/PickButton.tsx";
import { nextSample } from "../store/samples.ts";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import styles from "./TopBar.module.css";
import { VIEWS } from "./views.ts";

/** The name of the tool and, once a picture is there, the ways to the next one. */
export function TopBar({ hasActions }: { readonly hasActions: boolean }) {
  const text = useText();
  const openSample = useApp((state) => state.openSample);
  const shown = useApp(({ pending, result }) => (pending ?? result)?.url);
  return (
    <header className={styles.bar}>
      <p className={styles.name}>AgeLens</p>
      <ViewLinks />
      {hasActions && (
        <div className={styles.actions}>
          <ActionButton data-testid="sample-button" onPress={() => void openSample(nextSample(shown))}>
            <UserRound aria-hidden="true" />
            {text.actions.sample}
          </ActionButton>
          <PickButton>{text.actions.pickAnother}</PickButton>
        </div>
      )}
    </header>
  );
}

/** The ways from one view to another. */
function ViewLinks() {
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
