import { ArrowRight } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Brackets } from "../components/Brackets.tsx";
import { sampleUrl } from "../store/samples.ts";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import { SampleChoice } from "./SampleChoice.tsx";
import styles from "./SamplePortrait.module.css";

/** The sample picture as one large button: the whole tool in one click. */
export function SamplePortrait() {
  const { welcome } = useText();
  const openSample = useApp((state) => state.openSample);
  return (
    <figure className={styles.sample}>
      <Button className={styles.button} data-testid="sample-button" onPress={() => void openSample("astronaut")}>
        <img src={sampleUrl("astronaut")} alt={welcome.samples.astronaut.picture} draggable={false} />
        <span className={styles.face}>
          <Brackets />
          <span className={styles.question} aria-hidden="true">
            ?
          </span>
        </span>
        <span className={styles.invitation}>
          {welcome.sample}
          <ArrowRight aria-hidden="true" />
        </span>
      </Button>
      <figcaption>
        <span>{welcome.samples.astronaut.credit}</span>
        <SampleChoice />
      </figcaption>
    </figure>
  );
}
