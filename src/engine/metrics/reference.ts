import { framed } from "../image/frame.ts";
import { lumaPlane, type RgbImage } from "../image/rgb-image.ts";
import { Workspace } from "../image/workspace.ts";
import type { RowValues } from "./pixel-metric.ts";
import { finishMetrics, PIXEL_METRIC_IDS, PIXEL_METRICS, type PixelMetrics } from "./registry.ts";

const ROW_VALUES: readonly RowValues[] = PIXEL_METRIC_IDS.map((id) => PIXEL_METRICS[id].rowValues);

/** The definition of correct pixel metrics, and the fallback without WebGPU. */
export function measureReference(image: RgbImage, workspace = new Workspace()): PixelMetrics {
  const { width, height } = image;
  const lumas = lumaPlane(image, workspace.floats("luma", width * height));
  const framedLumas = framed(lumas, image, 1, 1, workspace);
  const row = workspace.doubles("row values", width);
  return finishMetrics((metric) => moments(framedLumas, height, ROW_VALUES[metric] as RowValues, row));
}

/**
 * Mean and population variance of a number over all pixels of a framed plane; `row` is room for one row of it. Deviations
 * are taken from the first pixel's number, so that nothing cancels where pixels are alike.
 */
function moments(framedLumas: Float64Array, height: number, rowValues: RowValues, row: Float64Array): [number, number] {
  const stride = row.length + 2;
  const pixels = row.length * height;
  rowValues(framedLumas, stride + 1, stride, row);
  const origin = row[0] as number;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y <= height; y++) {
    rowValues(framedLumas, y * stride + 1, stride, row);
    for (let x = 0; x < row.length; x++) {
      const deviation = (row[x] as number) - origin;
      sum += deviation;
      squares += deviation * deviation;
    }
  }
  const mean = sum / pixels;
  return [origin + mean, Math.max(squares / pixels - mean * mean, 0)];
}
