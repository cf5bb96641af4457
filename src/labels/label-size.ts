import type { PixelSize } from "../math/index.ts";
import { clamp } from "../math/index.ts";

/** What a label says: an age in large figures, and its interval. */
export interface LabelText {
  readonly years: string;
  readonly interval: string;
}

/** Sizes in CSS pixels at scale 1; figures are tabular, so that lengths follow from their count. */
const YEARS_FIGURE = 12.5;
const INTERVAL_FIGURE = 7.5;
const PADDING = 8;
const GAP = 8;
const HEIGHT = 28;
/** A label such as “34 28–41”. */
const FULL_LABEL = 2 * PADDING + 2 * YEARS_FIGURE + GAP + 5 * INTERVAL_FIGURE;

/** How large labels are on a picture that is drawn `width` CSS pixels wide: 1 up to a laptop, more on a projector. */
export function labelScale(width: number): number {
  return clamp(width / 900, 0.9, 1.6);
}

/** A size that a label may have. */
export interface LabelSize extends PixelSize<"screen"> {
  readonly withInterval: boolean;
}

/** In a crowd the ages alone are clearer: with intervals, labels would be wider than this many times their faces. */
const WIDEST = 2;

/** Whether the labels of faces that are drawn this wide have space for intervals; decided by the median face. */
export function roomForIntervals(faceWidths: readonly number[], scale: number): boolean {
  const median = faceWidths.toSorted((a, b) => a - b)[Math.floor(faceWidths.length / 2)] ?? 0;
  return FULL_LABEL * scale <= WIDEST * median;
}

/** Sizes that a label may have: with its interval, if that is wanted and there is one, and without. */
export function labelSizes({ years, interval }: LabelText, scale: number, withInterval: boolean): LabelSize[] {
  const height = HEIGHT * scale;
  const yearsOnly = 2 * PADDING + years.length * YEARS_FIGURE;
  const compact = { width: Math.ceil(yearsOnly * scale), height, withInterval: false };
  const width = Math.ceil((yearsOnly + GAP + interval.length * INTERVAL_FIGURE) * scale);
  const full = { width, height, withInterval: true };
  return withInterval && interval !== "" ? [full, compact] : [compact];
}
