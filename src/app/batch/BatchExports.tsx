import { FileDown } from "lucide-react";
import { ActionButton } from "../components/ActionButton.tsx";
import { toFaceCsv } from "../export/face-csv.ts";
import { toFacesJson } from "../export/faces-json.ts";
import type { PictureRecord } from "../export/picture-record.ts";
import { saveText } from "../export/save-file.ts";
import { toFailedRecord } from "../export/to-record.ts";
import { problemText } from "../text/problem-text.ts";
import { useText } from "../text/use-text.ts";
import styles from "./BatchPanel.module.css";
import type { BatchItem } from "./batch-item.ts";

/** Saves what has been read so far, and what could not be read. */
export function BatchExports({ items }: { readonly items: readonly BatchItem[] }) {
  const { problems, batch } = useText();
  const words = batch.exports;
  const records = (): PictureRecord[] =>
    items.flatMap((item) => {
      if (item.status === "waiting") return [];
      return item.status === "read" ? item.record : toFailedRecord(item.name, problemText(problems, item.problem));
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div className={styles.row} role="group" aria-label={words.label}>
      <ActionButton onPress={() => saveText("agelens-batch.csv", toFaceCsv(records()))} data-testid="batch-csv">
        <FileDown aria-hidden="true" />
        {words.csv}
      </ActionButton>
      <ActionButton onPress={() => saveText("agelens-batch.json", toFacesJson(records()))} data-testid="batch-json">
        <FileDown aria-hidden="true" />
        {words.json}
      </ActionButton>
    </div>
  );
}
