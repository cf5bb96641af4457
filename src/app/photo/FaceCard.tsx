import type { FaceReading, Reading } from "../../engine/index.ts";
import { AgeScale } from "../components/AgeScale.tsx";
import { IntervalMark } from "../components/IntervalMark.tsx";
import { formatInterval, wholeYears } from "../text/format.ts";
import { useText } from "../text/text.ts";
import { CropThumbnail } from "./CropThumbnail.tsx";
import styles from "./FaceCard.module.css";

interface FaceCardProps {
  readonly face: FaceReading;
  readonly cropSize: number;
  /** Whether to show everything or the figures alone. */
  readonly isOpen: boolean;
}

/** What is known about one face. */
export function FaceCard({ face, cropSize, isOpen }: FaceCardProps) {
  const text = useText();
  const { reading } = face;
  return (
    <div className={styles.card}>
      {face.crop && <CropThumbnail crop={face.crop} size={cropSize} />}
      {reading.status === "estimated" ? (
        <Figures reading={reading} withAxis={!isOpen} />
      ) : (
        <p className={styles.refused}>{text.photo.refused}</p>
      )}
      {reading.status === "refused" && <p className={styles.words}>{text.photo.refusal[reading.reason]}</p>}
      {reading.status === "estimated" && isOpen && <Details reading={reading} />}
      {isOpen && face.alignment.source === "box" && <p className={styles.words}>{text.photo.byOutline}</p>}
    </div>
  );
}

type Estimate = Extract<Reading, { status: "estimated" }>;

function Figures({ reading, withAxis }: { readonly reading: Estimate; readonly withAxis: boolean }) {
  return (
    <div className={styles.figures}>
      <span className={styles.years} data-testid="face-years">
        {Math.round(reading.years)}
      </span>
      <span className={withAxis ? `${styles.range} ${styles.withAxis}` : styles.range}>
        <span className={styles.interval} data-testid="face-interval">
          {formatInterval(wholeYears(reading.interval))}
        </span>
        {withAxis && <IntervalMark years={reading.years} interval={reading.interval} />}
      </span>
    </div>
  );
}

function Details({ reading }: { readonly reading: Estimate }) {
  const { photo } = useText();
  const interval = wholeYears(reading.interval);
  return (
    <div className={styles.details}>
      <AgeScale posterior={reading.posterior} years={reading.years} interval={interval} />
      <p className={styles.words}>
        <strong>{photo.between(interval)}</strong> {photo.promise(photo.share(reading.interval.level))}
      </p>
    </div>
  );
}
