import { ProgressBar } from "react-aria-components/ProgressBar";
import { useText } from "../text/use-text.ts";
import { ActionButton } from "./ActionButton.tsx";
import styles from "./ProgressLine.module.css";

interface ProgressLineProps {
  /** What is being done, for those who do not see the line. */
  readonly name: string;
  /** What is being waited for right now. */
  readonly children: string;
  /** 0…1; `undefined` where nothing is known. */
  readonly share: number | undefined;
  /** Left out where there is no way out. */
  readonly onCancel?: (() => void) | undefined;
}

/** A wait: its words, how far it is, and a way out. */
export function ProgressLine({ name, children, share, onCancel }: ProgressLineProps) {
  const { actions } = useText();
  return (
    <div className={styles.panel} data-testid="progress">
      <p className={styles.text} data-testid="progress-text">
        {children}
      </p>
      <ProgressBar
        className={styles.bar ?? ""}
        aria-label={name}
        isIndeterminate={share === undefined}
        value={(share ?? 0) * 100}
      >
        <span style={{ inlineSize: share === undefined ? undefined : `${share * 100}%` }} />
      </ProgressBar>
      {onCancel && (
        <ActionButton data-testid="cancel-button" onPress={onCancel}>
          {actions.cancel}
        </ActionButton>
      )}
    </div>
  );
}
