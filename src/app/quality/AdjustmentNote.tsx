import type { ReadingAdjustment } from "../../engine/index.ts";
import { repairedFor, useAdjustmentText } from "./adjustment-text.ts";

interface AdjustmentNoteProps {
  readonly adjustment: ReadingAdjustment;
  readonly className?: string | undefined;
}

/** What the quality of the picture did to a reading, in one sentence. */
export function AdjustmentNote({ adjustment, className }: AdjustmentNoteProps) {
  const text = useAdjustmentText();
  return (
    <p className={className} data-testid="adjustment" data-tail-factor={adjustment.tailFactor}>
      {text.sentence(repairedFor(adjustment), adjustment.widenedFor)}
    </p>
  );
}
