import { Pause, Play, X } from "lucide-react";
import { useRef } from "react";
import { ProgressBar } from "react-aria-components/ProgressBar";
import { ActionButton } from "../components/ActionButton.tsx";
import { useFocusWhenLost } from "../components/use-focus-when-lost.ts";
import { useText } from "../text/use-text.ts";
import styles from "./BatchProgress.module.css";
import type { BatchItem } from "./batch-item.ts";
import { countWaiting } from "./batch-state.ts";
import { MissingFiles } from "./MissingFiles.tsx";
import { timeLeft } from "./time-left.ts";
import { useBatch } from "./use-batch.ts";

/** How many pictures are read, how long the rest will take, and ways to pause, go on and end. */
export function BatchProgress({ items }: { readonly items: readonly BatchItem[] }) {
  const { locale, batch } = useText();
  const { progress, timeLeft: words } = batch;
  const { status, remainingMs, pause, goOn, cancel, fileOf } = useBatch((state) => state);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusWhenLost(heading, status);
  const waiting = countWaiting(items);
  const read = items.length - waiting;
  const canGoOn = items.some((item) => item.status === "waiting" && fileOf(item.id));
  const format = (count: number) => count.toLocaleString(locale);
  return (
    <div className={styles.progress} data-testid="batch-progress" data-status={status}>
      <h1 id="batch-heading" className={styles.heading} ref={heading} tabIndex={-1}>
        {headingText()}
      </h1>
      <p className={styles.figures}>
        <span className={styles.read} data-testid="batch-read">
          {format(read)}
        </span>
        <span className={styles.total}>{progress.of(format(items.length))}</span>
        {status === "running" && remainingMs !== undefined && (
          <span className={styles.left} data-testid="time-left">
            {timeLeft(words, remainingMs)}
          </span>
        )}
      </p>
      <ProgressBar
        className={styles.bar ?? ""}
        aria-label={progress.label}
        value={read}
        maxValue={Math.max(1, items.length)}
      >
        <span style={{ inlineSize: `${(100 * read) / Math.max(1, items.length)}%` }} />
      </ProgressBar>
      {waiting > 0 && (
        <div className={styles.row}>
          {status === "running" && (
            <ActionButton onPress={pause} data-testid="batch-pause">
              <Pause aria-hidden="true" />
              {progress.pause}
            </ActionButton>
          )}
          {status !== "running" && canGoOn && (
            <ActionButton emphasis="strong" onPress={goOn} data-testid="batch-go-on">
              <Play aria-hidden="true" />
              {progress.goOn}
            </ActionButton>
          )}
          <ActionButton onPress={cancel} data-testid="batch-cancel">
            <X aria-hidden="true" />
            {progress.cancel}
          </ActionButton>
        </div>
      )}
      {status !== "running" && waiting > 0 && !canGoOn && <MissingFiles count={waiting} />}
    </div>
  );

  function headingText(): string {
    if (status === "running") return progress.running;
    if (status === "paused") return progress.paused;
    return waiting > 0 ? progress.unfinished : progress.done;
  }
}
