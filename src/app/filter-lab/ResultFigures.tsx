import { type Measured, MeasuredValue, PIXEL_FIGURES } from "../quality/MeasuredValue.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./ResultFigures.module.css";

/** What is measured on the filtered picture, in one line. */
export function ResultFigures({ measured }: { readonly measured: Measured }) {
  const { metrics } = useText().quality;
  return (
    <dl className={styles.figures} data-testid="filter-result">
      {PIXEL_FIGURES.map((metric) => (
        <div key={metric} data-metric={metric}>
          <dt>{metrics[metric]}</dt>
          <dd>
            <MeasuredValue measured={measured} metric={metric} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
