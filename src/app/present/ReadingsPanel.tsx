import type { SettledReading } from "../../engine/index.ts";
import { personName } from "../camera/person-name.ts";
import { BigReading } from "./BigReading.tsx";
import styles from "./ReadingsPanel.module.css";

/** A person's reading; `id` counts from 1 and gives the letter that tells people apart. */
export interface StageReading {
  readonly id: number;
  readonly reading: Pick<SettledReading, "years" | "interval" | "posterior" | "progress">;
}

/** More people than these have their ages in the picture alone. */
const MOST = 8;

/** Ages as large as their number allows. */
export function ReadingsPanel({ readings }: { readonly readings: readonly StageReading[] }) {
  const shown = readings.slice(0, MOST);
  return (
    <div className={styles.panel} data-count={shown.length} data-testid="stage-people">
      {shown.map(({ id, reading }) => (
        <BigReading
          key={id}
          reading={reading}
          name={shown.length > 1 ? personName(id) : undefined}
          withScale={shown.length === 1}
        />
      ))}
    </div>
  );
}
