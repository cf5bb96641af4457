import styles from "./LensScale.module.css";

const FIGURES = Array.from({ length: 11 }, (_, decade) => decade * 10);

/** A lens' engraved scale from 0 to 100 years: the page's one ornament. */
export function LensScale() {
  return (
    <div className={styles.scale} aria-hidden="true">
      {FIGURES.map((age) => (
        <span key={age} style={{ insetInlineStart: `${age}%` }}>
          {age}
        </span>
      ))}
    </div>
  );
}
