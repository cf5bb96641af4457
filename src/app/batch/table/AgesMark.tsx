import { agePosition } from "../../components/age-axis.ts";
import type { FaceRecord } from "../../export/picture-record.ts";
import { formatInterval, wholeYears } from "../../text/format.ts";
import styles from "./AgesMark.module.css";

/** All ages of a picture with their intervals on a line from 0 to 100 years; the interval in figures where it is one. */
export function AgesMark({ faces }: { readonly faces: readonly FaceRecord[] }) {
  const ages = faces.flatMap(({ age }) => age ?? []);
  const [only] = ages;
  return (
    <>
      {only && ages.length === 1 && <span className={styles.figures}>{formatInterval(wholeYears(only))}</span>}
      <span className={styles.axis} aria-hidden="true">
        {ages.map(({ years, low, high }) => (
          <span key={`${years} ${low} ${high}`}>
            <i
              className={styles.interval}
              style={{ left: percent(low), width: `${(agePosition(high) - agePosition(low)) * 100}%` }}
            />
            <i className={styles.index} style={{ left: percent(years) }} />
          </span>
        ))}
      </span>
    </>
  );
}

function percent(years: number): string {
  return `${agePosition(years) * 100}%`;
}
