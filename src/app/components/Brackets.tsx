import styles from "./Brackets.module.css";

/** The four corners of a viewfinder; fills whatever it is put into. */
export function Brackets() {
  return (
    <span className={styles.brackets} aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </span>
  );
}
