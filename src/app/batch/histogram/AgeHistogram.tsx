import { useText } from "../../text/use-text.ts";
import { type AgeRange, isInRange } from "../table/rows.ts";
import styles from "./AgeHistogram.module.css";
import { ageHistogram, BIN_COUNT, BIN_YEARS } from "./bins.ts";

const WIDTH = 320;
const BARS_HEIGHT = 88;
/** Half a figure's width, so that “0” and “100” stay inside; the slider's margins are the same share of its width. */
const MARGIN = 10;
const BAR_WIDTH = (WIDTH - 2 * MARGIN) / BIN_COUNT;
/** A single face must show beside thousands. */
const LEAST_HEIGHT = 2;

interface AgeHistogramProps {
  readonly ages: readonly number[];
  /** Bars outside of it are drawn faintly. */
  readonly range: AgeRange;
}

/** How often each age was read, in groups of five years. */
export function AgeHistogram({ ages, range }: AgeHistogramProps) {
  const { summary } = useText().batch;
  const counts = ageHistogram(ages);
  const highest = Math.max(1, ...counts);
  const groups = counts.map((count, bin) => ({ low: bin * BIN_YEARS, high: (bin + 1) * BIN_YEARS - 1, count }));
  const filled = groups.filter(({ count }) => count > 0);
  return (
    <svg
      className={styles.histogram}
      viewBox={`0 0 ${WIDTH} ${BARS_HEIGHT + 32}`}
      role="img"
      aria-label={summary.histogram(filled)}
      data-testid="histogram"
    >
      {filled.map(({ low, high, count }) => {
        const height = LEAST_HEIGHT + (count / highest) * (BARS_HEIGHT - LEAST_HEIGHT - 12);
        const x = MARGIN + (low / BIN_YEARS) * BAR_WIDTH;
        return (
          <g key={low} data-outside={!(isInRange(low, range) || isInRange(high, range)) || undefined}>
            <rect
              className={styles.bar}
              x={x + 0.75}
              y={BARS_HEIGHT - height}
              width={BAR_WIDTH - 1.5}
              height={height}
            />
            <text className={styles.count} x={x + BAR_WIDTH / 2} y={BARS_HEIGHT - height - 3}>
              {count}
            </text>
          </g>
        );
      })}
      <path className={styles.axis} d={`M${MARGIN} ${BARS_HEIGHT}H${WIDTH - MARGIN}`} />
      {Array.from({ length: BIN_COUNT + 1 }, (_, bin) => bin * BIN_YEARS).map((age) => (
        <g key={age} transform={`translate(${MARGIN + (age / BIN_YEARS) * BAR_WIDTH} ${BARS_HEIGHT})`}>
          <path className={styles.axis} d={age % 10 === 0 ? "M0 3V10" : "M0 3V7"} />
          {age % 20 === 0 && (
            <text className={styles.figure} y={24}>
              {age}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
