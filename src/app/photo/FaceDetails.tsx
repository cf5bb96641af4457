import type { Check, FaceReading, ReadingAdjustment } from "../../engine/index.ts";
import { AgeScale } from "../components/AgeScale.tsx";
import { ExplainPanel } from "../explain/ExplainPanel.tsx";
import { GenderLine } from "../gender/GenderLine.tsx";
import { QualityPanel } from "../quality/QualityPanel.tsx";
import { wholeYears } from "../text/format.ts";
import { useText } from "../text/use-text.ts";
import styles from "./FaceDetails.module.css";

interface FaceDetailsProps {
  readonly face: FaceReading;
  readonly cropSize: number;
  readonly isQualityOpen: boolean;
  readonly onQualityOpenChange: (isOpen: boolean) => void;
}

/** What stands behind the figures of a face: the whole distribution in picture and words, and the picture's quality. */
export function FaceDetails({ face, cropSize, isQualityOpen, onQualityOpenChange }: FaceDetailsProps) {
  const { photo } = useText();
  const { reading, alignment } = face;
  const interval = reading.status === "estimated" && wholeYears(reading.interval);
  return (
    <>
      {interval && (
        <>
          <AgeScale posterior={reading.posterior} years={reading.years} interval={interval} />
          <p className={styles.words}>
            <strong>{photo.between(interval)}</strong> {photo.promise(photo.share(reading.interval.level))}
          </p>
        </>
      )}
      {reading.status === "estimated" && reading.adjustment && (
        <AdjustmentNote className={styles.words} adjustment={reading.adjustment} />
      )}
      {alignment.source === "box" && <p className={styles.words}>{photo.byOutline}</p>}
      {face.gender && <GenderLine reading={face.gender} />}
      <ExplainPanel face={face} cropSize={cropSize} />
      <QualityPanel face={face} cropSize={cropSize} isOpen={isQualityOpen} onOpenChange={onQualityOpenChange} />
    </>
  );
}

interface AdjustmentNoteProps {
  readonly adjustment: ReadingAdjustment;
  readonly className?: string | undefined;
}

/** What the quality of the picture did to a reading, in one sentence. */
function AdjustmentNote({ adjustment, className }: AdjustmentNoteProps) {
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
