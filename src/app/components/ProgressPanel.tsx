import { downloadedShare, type Waiting } from "../store/waiting.ts";
import { useText } from "../text/use-text.ts";
import { ProgressLine } from "./ProgressLine.tsx";
import { waitingText } from "./waiting-text.ts";

interface ProgressPanelProps {
  readonly waiting: Waiting;
  readonly onCancel: () => void;
}

/** What is being waited for while a picture is read, how far it is, and a way out. */
export function ProgressPanel({ waiting, onCancel }: ProgressPanelProps) {
  const text = useText();
  return (
    <ProgressLine name={text.progress.reading} share={downloadedShare(waiting)} onCancel={onCancel}>
      {waitingText(text, waiting, text.progress.reading)}
    </ProgressLine>
  );
}
