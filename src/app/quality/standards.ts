import { type CheckedMetric, THRESHOLDS, type Threshold } from "../../engine/index.ts";

/** Between which limits a metric should lie; both ends pass. */
export interface Standard {
  readonly metric: CheckedMetric;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** Every checked metric with its limits, in the order of the thresholds. */
export const STANDARDS: readonly Standard[] = toStandards(THRESHOLDS);

/** Brings the limits of each metric together. */
export function toStandards(thresholds: readonly Threshold[]): Standard[] {
  const metrics = [...new Set(thresholds.map(({ metric }) => metric))];
  return metrics.map((metric) => {
    const limit = (side: Threshold["direction"]) =>
      thresholds.find(({ metric: other, direction }) => other === metric && direction === side)?.limit;
    return { metric, low: limit("below"), high: limit("above") };
  });
}

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly isLogarithmic: boolean;
}

/** What a gauge shows: all of what can be measured, or for open-ended metrics all of what is common. */
export const SCALES: Readonly<Record<CheckedMetric, Scale>> = {
  sharpness: { min: 10, max: 10_000, isLogarithmic: true },
  brightness: { min: 0, max: 255, isLogarithmic: false },
  contrast: { min: 0, max: 127.5, isLogarithmic: false },
  resolutionPx: { min: 20, max: 2000, isLogarithmic: true },
};

/**
 * Where a value lies on its metric's scale, 0…1; values beyond its ends lie at its ends.
 *
 * @example gaugePosition("sharpness", 100) // 1 / 3
 */
export function gaugePosition(metric: CheckedMetric, value: number): number {
  const { min, max, isLogarithmic } = SCALES[metric];
  const inside = Math.min(max, Math.max(min, value));
  return isLogarithmic ? Math.log(inside / min) / Math.log(max / min) : (inside - min) / (max - min);
}
