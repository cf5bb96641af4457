import { Brackets } from "../components/Brackets.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./DropVeil.module.css";

/** Covers the page while a file hovers over it: the whole window is the target. */
export function DropVeil() {
  const { dropHere } = useText();
  return (
    <div className={styles.veil}>
      <span className={styles.frame}>
        <Brackets />
      </span>
      <p>{dropHere}</p>
    </div>
  );
}
