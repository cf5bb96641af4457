import { useEffect } from "react";
import type { GenderReading } from "../../engine/index.ts";
import { useApp } from "../store/store.ts";
import { useText } from "../text/use-text.ts";
import styles from "./Gender.module.css";
import { genderFigures } from "./gender-model.ts";

/** The second reading of a face, as what it is and with its measured error. */
export function GenderLine({ reading }: { readonly reading: GenderReading }) {
  const { locale, gender: text } = useText();
  const models = useApp((state) => state.models);
  const loadModels = useApp((state) => state.loadModels);
  const modelId = useApp((state) => state.result?.analysis.modelId);
  useEffect(() => void loadModels(), [loadModels]);
  const accuracy = genderFigures(models, modelId)?.figures?.genderAccuracy;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return (
    <p className={styles.line} data-testid="gender">
      <strong>
        {reading.status === "estimated" ? text.reading(reading.apparent, percent.format(reading.share)) : text.refused}
      </strong>{" "}
      {accuracy !== undefined && text.wrong(percent.format(1 - accuracy))} {text.caution}
    </p>
  );
}
