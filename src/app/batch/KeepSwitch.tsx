import { useId } from "react";
import { LabelledSwitch } from "../components/LabelledSwitch.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./KeepSwitch.module.css";
import { useBatch } from "./use-batch.ts";

/** Asks whether the browser may keep the batch; it does not unless the person says so. */
export function KeepSwitch() {
  const { keep } = useText().batch;
  const isKept = useBatch((state) => state.isKept);
  const setKept = useBatch((state) => state.setKept);
  const hintId = useId();
  return (
    <div className={styles.keep}>
      <LabelledSwitch isSelected={isKept} onChange={setKept} aria-describedby={hintId} data-testid="batch-keep">
        {keep.label}
      </LabelledSwitch>
      <p className={styles.hint} id={hintId}>
        {keep.hint}
      </p>
    </div>
  );
}
