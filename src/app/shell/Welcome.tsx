import { PickButton } from "../components/PickButton.tsx";
import { useText } from "../text/use-text.ts";
import { SamplePortrait } from "./SamplePortrait.tsx";
import styles from "./Welcome.module.css";

/** The first screen: what this is, and two ways to begin. */
export function Welcome() {
  const { welcome } = useText();
  return (
    <div className={styles.welcome}>
      <div className={styles.columns}>
        <div className={styles.words}>
          <h1 className={styles.heading}>{welcome.heading}</h1>
          <p className={styles.lead}>{welcome.lead}</p>
          <div className={styles.begin}>
            <PickButton>{welcome.pick}</PickButton>
            <p className={styles.hint}>
              <span className={styles.desktop}>{welcome.otherWays} – </span>
              {welcome.formats}
            </p>
          </div>
        </div>
        <SamplePortrait />
      </div>
      <LensScale />
    </div>
  );
}

const FIGURES = Array.from({ length: 11 }, (_, decade) => decade * 10);

/** A lens' engraved scale from 0 to 100 years: the page's one ornament. */
function LensScale() {
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
