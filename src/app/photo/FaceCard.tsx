import { type ReactNode, useId } from "react";
import { Button } from "react-aria-components/Button";
import type { FaceReading, Reading } from "../../engine/index.ts";
import { CropCanvas } from "../components/CropCanvas.tsx";
import { IntervalMark } from "../components/IntervalMark.tsx";
import { formatInterval, wholeYears } from "../text/format.ts";
import { useText } from "../text/use-text.ts";
import styles from "./FaceCard.module.css";

interface FaceCardProps {
  readonly face: FaceReading;
  readonly cropSize: number;
  /** The face in words. */
  readonly name: string;
  readonly isOpen: boolean;
  /** Opens the card; left out where there is no other. */
  readonly onOpen?: (() => void) | undefined;
  /** What an open card shows below the figures. */
  readonly children: ReactNode;
}

/** What is known about one face: the figures, which open the card, and below them whatever an open card holds. */
export function FaceCard({ face, cropSize, name, isOpen, onOpen, children }: FaceCardProps) {
  const text = useText();
  const detailsId = useId();
  const { reading } = face;
  const summary = (
    <>
      {face.crop && <CropCanvas className={styles.crop} pixels={face.crop} size={cropSize} />}
      {reading.status === "estimated" ? (
        <Figures reading={reading} withAxis={!isOpen} />
      ) : (
        <span className={styles.refused}>{text.photo.refused}</span>
      )}
    </>
  );
  return (
    <>
      {onOpen ? (
        <Button
          className={styles.summary ?? ""}
          aria-label={name}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          onPress={onOpen}
        >
          {summary}
        </Button>
      ) : (
        <div className={styles.summary}>{summary}</div>
      )}
      {reading.status === "refused" && (
        <p className={styles.refusal} data-testid="refusal">
          {text.photo.refusal[reading.reason]}
        </p>
      )}
      {isOpen && (
        <div className={styles.details} id={detailsId}>
          {children}
        </div>
      )}
    </>
  );
}

interface FiguresProps {
  readonly reading: Extract<Reading, { status: "estimated" }>;
  readonly withAxis: boolean;
}

function Figures({ reading, withAxis }: FiguresProps) {
  return (
    <span className={styles.figures}>
      <span className={styles.years} data-testid="face-years">
        {Math.round(reading.years)}
      </span>
      <span className={withAxis ? `${styles.range} ${styles.withAxis}` : styles.range}>
        <span className={styles.interval} data-testid="face-interval">
          {formatInterval(wholeYears(reading.interval))}
        </span>
        {withAxis && <IntervalMark years={reading.years} interval={reading.interval} />}
      </span>
    </span>
  );
}
