import type { FailedCheck, PixelMetrics } from "../../engine/index.ts";
import { PassMark } from "../components/PassMark.tsx";
import { formatFigure } from "../text/quality-text.ts";
import { useText } from "../text/use-text.ts";
import { wholeFigure } from "./figures.ts";

/** What is measured on the pixels of a face and shown. */
export const PIXEL_FIGURES = ["sharpness", "brightness", "contrast", "noise"] as const;

/** What was measured on a picture. */
export interface Measured {
  readonly metrics: PixelMetrics;
  readonly failed: readonly FailedCheck[];
}

interface MeasuredValueProps {
  readonly measured: Measured;
  readonly metric: (typeof PIXEL_FIGURES)[number];
}

/** One figure, and whether it passes where there is a standard for it. */
export function MeasuredValue({ measured, metric }: MeasuredValueProps) {
  const text = useText();
  const value = measured.metrics[metric];
  if (metric === "noise") return formatFigure(text, value, 1);
  const failure = measured.failed.find((failed) => failed.metric === metric);
  return (
    <>
      {formatFigure(text, wholeFigure(value, failure))}
      <PassMark passes={failure === undefined} label={failure ? text.quality.fails : text.quality.passes} />
    </>
  );
}
