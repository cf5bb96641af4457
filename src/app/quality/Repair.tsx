import type { FaceReading, FaceRepair, Reading } from "../../engine/index.ts";
import { BeforeAfter } from "../components/BeforeAfter.tsx";
import { filterSummary } from "../text/quality-text.ts";
import { useText } from "../text/use-text.ts";
import { MetricChanges } from "./MetricChanges.tsx";
import styles from "./Repair.module.css";

interface RepairProps {
  readonly face: FaceReading;
  readonly repair: FaceRepair;
  readonly cropSize: number;
}

/** What was repaired on a face's picture: to be compared, step by step, and in figures. */
export function Repair({ face, repair, cropSize }: RepairProps) {
  const text = useText();
  const { note } = text.quality.adjustment;
  return (
    <section className={styles.repair} aria-label={text.quality.repair.heading}>
      <h2>{text.quality.repair.heading}</h2>
      {face.crop && repair.crop && <BeforeAfter before={face.crop} after={repair.crop} size={cropSize} />}
      <ol className={styles.steps} data-testid="repair-steps">
        {repair.steps.map((step, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes, in which a filter may occur twice.
          <li key={position} data-filter={step.filterId}>
            {text.quality.filters[step.filterId].done} <small>{filterSummary(text, step)}</small>
          </li>
        ))}
      </ol>
      <MetricChanges before={face} after={repair} />
      <p className={styles.note}>{note(stepsBeforeEstimate(face.reading), repair.steps.length)}</p>
    </section>
  );
}

/** The steps of a repair begin with those that were made before the estimate. */
function stepsBeforeEstimate(reading: Reading): number {
  return reading.status === "estimated" ? (reading.adjustment?.repairs.length ?? 0) : 0;
}
