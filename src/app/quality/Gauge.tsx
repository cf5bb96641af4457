import { Meter } from "react-aria-components/Meter";
import type { FailedCheck } from "../../engine/index.ts";
import { PassMark } from "../components/PassMark.tsx";
import { formatFigure } from "../text/quality-text.ts";
import type { Text } from "../text/text.ts";
import { useText } from "../text/use-text.ts";
import { wholeFigure } from "./figures.ts";
import styles from "./Gauge.module.css";
import { gaugePosition, SCALES, type Standard } from "./standards.ts";

interface GaugeProps {
  readonly standard: Standard;
  readonly value: number;
  readonly failure: FailedCheck | undefined;
}

/** One metric in one line: whether it passes, where it lies between its limits, and its value. */
export function Gauge({ standard, value, failure }: GaugeProps) {
  const text = useText();
  const { metric, low, high } = standard;
  const figure = formatFigure(text, wholeFigure(value, failure));
  return (
    <Meter
      className={styles.gauge ?? ""}
      aria-label={text.quality.metrics[metric]}
      minValue={SCALES[metric].min}
      maxValue={SCALES[metric].max}
      value={value}
      valueLabel={spoken(text, figure, standard, failure)}
      data-testid="gauge"
      data-metric={metric}
      data-passes={failure === undefined}
    >
      <PassMark passes={failure === undefined} />
      <span>{text.quality.metrics[metric]}</span>
      <span className={styles.axis}>
        <i className={styles.standard} style={band(standard)} />
        {[low, high].map(
          (limit) =>
            limit !== undefined && (
              <small key={limit} style={{ left: percent(gaugePosition(metric, limit)) }}>
                {formatFigure(text, limit)}
              </small>
            ),
        )}
        <i className={styles.index} style={{ left: percent(gaugePosition(metric, value)) }} />
      </span>
      <span className={styles.value}>{metric === "resolutionPx" ? text.quality.pixels(figure) : figure}</span>
    </Meter>
  );
}

function spoken(text: Text, figure: string, { low, high }: Standard, failure: FailedCheck | undefined): string {
  const { standard, passes, fails } = text.quality;
  const limits = [low, high].map((limit) => (limit === undefined ? undefined : formatFigure(text, limit)));
  return `${figure}, ${failure ? fails : passes} (${standard(limits[0], limits[1])})`;
}

/** The part of the scale that passes. */
function band({ metric, low, high }: Standard) {
  const left = low === undefined ? 0 : gaugePosition(metric, low);
  const right = high === undefined ? 1 : gaugePosition(metric, high);
  return { left: percent(left), width: percent(right - left) };
}

function percent(share: number): string {
  return `${100 * share}%`;
}
