import { useState } from "react";
import { LineSlider } from "../components/LineSlider.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./ExplainPanel.module.css";
import { shareOver } from "./share-over.ts";

const YOUNGEST = 1;
const OLDEST = 99;
const FIRST_SHOWN = 18;

/** How much of a posterior lies at a chosen age or above, and what that is not. */
export function OverAge({ posterior }: { readonly posterior: Float32Array }) {
  const { locale, explain: text } = useText();
  const [age, setAge] = useState(FIRST_SHOWN);
  const share = new Intl.NumberFormat(locale, { style: "percent" }).format(shareOver(posterior, age));
  return (
    <section className={styles.over}>
      <h2>{text.overHeading}</h2>
      <LineSlider
        label={text.overAge}
        minValue={YOUNGEST}
        maxValue={OLDEST}
        value={age}
        onChange={setAge}
        data-testid="over-age"
      />
      <p className={styles.words} data-testid="over-share">
        <strong>{text.overShare(share, age)}</strong> {text.overCaution}
      </p>
    </section>
  );
}
