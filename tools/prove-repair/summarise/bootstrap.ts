import { seededRandom } from "../../degrade/random.ts";

/** A figure with its 95 % interval. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A value that belongs to some picture; values of one picture are not independent. */
export interface PictureValue {
  readonly filename: string;
  readonly value: number;
}

const RESAMPLES = 1000;
const TAIL = 0.025;

/**
 * The mean of the values with its percentile bootstrap interval (Efron 1979), drawing whole pictures; `null` for no values.
 *
 * For a paired comparison the values are the differences.
 */
export function bootstrapMean(values: readonly PictureValue[]): Figure | null {
  const pictures = sumPerPicture(values);
  if (pictures.length === 0) return null;
  const random = seededRandom("bootstrap");
  const means = Float64Array.from({ length: RESAMPLES }, () =>
    ratio(pictures, () => Math.floor(random() * pictures.length)),
  ).sort();
  let next = 0;
  return {
    value: ratio(pictures, () => next++),
    low: means[Math.floor(TAIL * RESAMPLES)] as number,
    high: means[Math.ceil((1 - TAIL) * RESAMPLES) - 1] as number,
  };
}

function sumPerPicture(values: readonly PictureValue[]): { sum: number; count: number }[] {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { filename, value } of values) {
    const old = sums.get(filename) ?? { sum: 0, count: 0 };
    sums.set(filename, { sum: old.sum + value, count: old.count + 1 });
  }
  return [...sums.values()];
}

function ratio(pictures: readonly { sum: number; count: number }[], pick: () => number): number {
  let sum = 0;
  let count = 0;
  for (let drawn = 0; drawn < pictures.length; drawn++) {
    const picture = pictures[pick()] as (typeof pictures)[number];
    sum += picture.sum;
    count += picture.count;
  }
  return sum / count;
}
