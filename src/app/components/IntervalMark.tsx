import type { AgeInterval } from "../../engine/index.ts";
import { agePosition } from "./age-axis.ts";
import styles from "./IntervalMark.module.css";

interface IntervalMarkProps {
  readonly years: number;
  readonly interval: AgeInterval;
}

/** An interval on a line from 0 to 100 years: rows of them can be compared at a glance. */
export function IntervalMark({ years, interval }: IntervalMarkProps) {
  const [low, high] = [percent(interval.low), percent(interval.high)];
  return (
    <span className={styles.axis} aria-hidden="true">
      <i className={styles.interval} style={{ left: `${low}%`, width: `${high - low}%` }} />
      <i className={styles.index} style={{ left: `${percent(years)}%` }} />
    </span>
  );
}

function percent(years: number): number {
  return agePosition(years) * 100;
}
