import { ProgressBar } from "react-aria-components/ProgressBar";
import { downloadedShare, type Waiting } from "../store/waiting.ts";
import { useText } from "../text/text.ts";
import { ActionButton } from "./ActionButton.tsx";
import styles from "./ProgressPanel.module.css";
import { waitingText } from "./waiting-text.ts";

interface ProgressPanelProps {
  readonly waiting: Waiting;
  readonly onCancel: () => void;
}

/** What is being waited for, how far it is, and a way out. */
export function ProgressPanel({ waiting, onCancel }: ProgressPanelProps) {
  const text = useText();
  const share = downloadedShare(waiting);
  return (
    <div className={styles.panel} data-testid="progress">
      <p className={styles.text} data-testid="progress-text">
        {waitingText(text, waiting, text.progress.reading)}
      </p>
      <ProgressBar
        className={styles.bar ?? ""}
        aria-label={text.progress.reading}
        isIndeterminate={share === undefined}
        value={(share ?? 0) * 100}
      >
        <span style={{ inlineSize: share === undefined ? undefined : `${share * 100}%` }} />
      </ProgressBar>
      <ActionButton data-testid="cancel-button" onPress={onCancel}>
        {text.actions.cancel}
      </ActionButton>
    </div>
  );
}
