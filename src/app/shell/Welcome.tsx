import { PickButton } from "../components/PickButton.tsx";
import { useText } from "../text/use-text.ts";
import { LensScale } from "./LensScale.tsx";
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
