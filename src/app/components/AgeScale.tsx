import type { ReactNode } from "react";
import type { WholeYears } from "../text/shape/photo.ts";
import styles from "./AgeScale.module.css";
import { agePosition, OLDEST, posteriorPath } from "./age-axis.ts";

const WIDTH = 320;
const CURVE_HEIGHT = 44;
const AXIS_Y = 50;
/** Half a figure's width, so that “0” and “100” stay inside. */
const MARGIN = 10;

const x = (years: number) => MARGIN + agePosition(years) * (WIDTH - 2 * MARGIN);

interface AgeScaleProps {
  readonly posterior: ArrayLike<number>;
  readonly years: number;
  readonly interval: WholeYears;
}

/** A posterior over the engraved scale of a lens: the curve, the interval as depth-of-field marks, the age as index. */
export function AgeScale({ posterior, years, interval }: AgeScaleProps) {
  const [low, high] = [x(interval.low), x(interval.high)];
  return (
    <svg className={styles.scale} viewBox={`0 0 ${WIDTH} 82`} aria-hidden="true">
      <rect className={styles.band} x={low} y={0} width={Math.max(1, high - low)} height={AXIS_Y} />
      <path
        className={styles.curve}
        d={posteriorPath(posterior, WIDTH - 2 * MARGIN, CURVE_HEIGHT)}
        transform={`translate(${MARGIN} ${AXIS_Y - CURVE_HEIGHT})`}
      />
      <path className={styles.index} d={`M${x(years)} 0V${AXIS_Y}`} />
      <path className={styles.interval} d={`M${low} ${AXIS_Y}H${high}`} />
      <Ticks />
    </svg>
  );
}

function Ticks(): ReactNode {
  return Array.from({ length: OLDEST / 5 + 1 }, (_, step) => step * 5).map((age) => (
    <g key={age} transform={`translate(${x(age)} ${AXIS_Y})`}>
      <path className={styles.tick} d={age % 10 === 0 ? "M0 4V13" : "M0 4V9"} />
      {age % 20 === 0 && (
        <text className={styles.figure} y={28}>
          {age}
        </text>
      )}
    </g>
  ));
}
