import { Copy, ImageDown } from "lucide-react";
import { useState } from "react";
import { ActionButton } from "../components/ActionButton.tsx";
import { toFaceCsv } from "../export/face-csv.ts";
import { toFacesJson } from "../export/faces-json.ts";
import { baseName, saveFile, saveText } from "../export/save-file.ts";
import { toPictureRecord } from "../export/to-record.ts";
import type { PictureResult } from "../store/app-state.ts";
import { useText } from "../text/use-text.ts";
import { annotate } from "./annotate/annotate.ts";
import styles from "./PhotoTools.module.css";

/** Ways to take a result along: the picture with its ages drawn on it, and the figures. */
export function PhotoTools({ result }: { readonly result: PictureResult }) {
  const { tools: words } = useText().photo;
  const [message, setMessage] = useState("");
  const [isBusy, setBusy] = useState(false);
  const { name, picture, analysis } = result;
  const records = () => [toPictureRecord(name, analysis, true)];

  const carryOut = async (work: () => Promise<string>) => {
    setBusy(true);
    setMessage(words.drawing);
    setMessage(await work());
    setBusy(false);
  };
  const save = async () => {
    try {
      const { png, width, height, isFull } = await annotate(picture, analysis);
      saveFile(`${baseName(name)}-ages.png`, png);
      return isFull ? "" : words.smaller(width, height);
    } catch {
      return words.failed;
    }
  };
  const copy = async () => {
    const drawn = annotate(picture, analysis).then(({ png }) => png);
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": drawn })]);
      return words.copied;
    } catch {
      return words.notCopied;
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div className={styles.tools} role="group" aria-label={words.label}>
      <span className={styles.message} role="status" data-testid="tools-message">
        {message}
      </span>
      <ActionButton emphasis="quiet" isPending={isBusy} onPress={() => carryOut(save)} data-testid="save-picture">
        <ImageDown aria-hidden="true" />
        <span className={styles.word}>{words.save}</span>
      </ActionButton>
      <ActionButton emphasis="quiet" isPending={isBusy} onPress={() => carryOut(copy)} data-testid="copy-picture">
        <Copy aria-hidden="true" />
        <span className={styles.word}>{words.copy}</span>
      </ActionButton>
      <ActionButton
        emphasis="quiet"
        onPress={() => saveText(`${baseName(name)}-ages.csv`, toFaceCsv(records()))}
        data-testid="save-csv"
      >
        {words.csv}
      </ActionButton>
      <ActionButton
        emphasis="quiet"
        onPress={() => saveText(`${baseName(name)}-ages.json`, toFacesJson(records()))}
        data-testid="save-json"
      >
        {words.json}
      </ActionButton>
    </div>
  );
}
