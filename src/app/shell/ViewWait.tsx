import { useText } from "../text/use-text.ts";
import styles from "./ViewWait.module.css";

/** What is shown while a view is on its way: nothing at first, as most are there at once. */
export function ViewWait() {
  const { backend } = useText();
  return (
    <p className={styles.wait} data-testid="view-wait">
      {backend.gettingReady}
    </p>
  );
}
