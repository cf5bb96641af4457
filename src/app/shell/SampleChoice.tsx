import { Button } from "react-aria-components/Button";
import { SAMPLE_IDS, type SampleId, sampleUrl } from "../store/samples.ts";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import styles from "./SampleChoice.module.css";

/** The first sample has a place of its own. */
const OTHERS: readonly SampleId[] = SAMPLE_IDS.slice(1);

/** The other samples, small: each is read at one click. */
export function SampleChoice() {
  const { welcome } = useText();
  const openSample = useApp((state) => state.openSample);
  return (
    <ul className={styles.samples} aria-label={welcome.otherSamples}>
      {OTHERS.map((id) => (
        <li key={id}>
          <Button
            className={styles.sample ?? ""}
            onPress={() => void openSample(id)}
            data-testid="sample-choice"
            data-sample={id}
          >
            <img src={sampleUrl(id)} alt={welcome.samples[id].picture} loading="lazy" draggable={false} />
          </Button>
        </li>
      ))}
    </ul>
  );
}
