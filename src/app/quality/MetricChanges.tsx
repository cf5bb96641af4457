import { useText } from "../text/use-text.ts";
import { type Measured, MeasuredValue, PIXEL_FIGURES } from "./MeasuredValue.tsx";
import styles from "./MetricChanges.module.css";

interface MetricChangesProps {
  readonly before: Measured;
  readonly after: Measured;
}

/** The figures of a picture before and after its repair. */
export function MetricChanges({ before, after }: MetricChangesProps) {
  const { quality } = useText();
  return (
    <table className={styles.table} data-testid="repair-figures">
      <thead>
        <tr>
          <td />
          <th scope="col">{quality.repair.before}</th>
          <th scope="col">{quality.repair.after}</th>
        </tr>
      </thead>
      <tbody>
        {PIXEL_FIGURES.map((metric) => (
          <tr key={metric} data-metric={metric} data-passes={!after.failed.some((failed) => failed.metric === metric)}>
            <th scope="row">{quality.metrics[metric]}</th>
            <td>
              <MeasuredValue measured={before} metric={metric} />
            </td>
            <td>
              <MeasuredValue measured={after} metric={metric} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
