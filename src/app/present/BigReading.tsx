import type { SettledReading } from "../../engine/index.ts";
import { AgeScale } from "../components/AgeScale.tsx";
import { formatInterval, wholeYears } from "../text/format.ts";
import { useText } from "../text/use-text.ts";
import styles from "./BigReading.module.css";

interface BigReadingProps {
  /** Years are rounded here; `progress` below 1 shows that the reading has not settled. */
  readonly reading: Pick<SettledReading, "years" | "interval" | "posterior" | "progress">;
  /** Tells several people apart. */
  readonly name?: string | undefined;
  /** Left out where there is no space for it. */
  readonly withScale: boolean;
}

/** An age that can be read from ten metres away. */
export function BigReading({ reading, name, withScale }: BigReadingProps) {
  const text = useText().present;
  const years = Math.round(reading.years);
  const interval = wholeYears(reading.interval);
  return (
    <div className={styles.reading} data-settled={reading.progress === 1 || undefined}>
      <p className={styles.caption}>{name ?? text.caption}</p>
      <p className={styles.years} data-testid="stage-years">
        {years}
      </p>
      <p className={styles.interval}>
        <span className={styles.settling} style={{ scale: `${reading.progress} 1` }} />
        <b data-testid="stage-interval">{formatInterval(interval)}</b>
      </p>
      {withScale && (
        <div className={styles.scale}>
          <AgeScale posterior={reading.posterior} years={years} interval={interval} />
        </div>
      )}
    </div>
  );
}
