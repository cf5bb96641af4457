import type { Check, ReadingAdjustment } from "../../engine/index.ts";
import { useText } from "../text/use-text.ts";

interface AdjustmentNoteProps {
  readonly adjustment: ReadingAdjustment;
  readonly className?: string | undefined;
}

/** What the quality of the picture did to a reading, in one sentence. */
export function AdjustmentNote({ adjustment, className }: AdjustmentNoteProps) {
  const text = useText().quality.adjustment;
  return (
    <p className={className} data-testid="adjustment" data-tail-factor={adjustment.tailFactor}>
      {text.sentence(repairedFor(adjustment), adjustment.widenedFor)}
    </p>
  );
}

/** The checks for whose sake a reading's picture was repaired, each once. */
export function repairedFor({ repairs }: Pick<ReadingAdjustment, "repairs">): Check[] {
  return [...new Set(repairs.map(({ check }) => check))];
}
