import { framed } from "../image/frame.ts";
import { lumaPlane, type RgbImage } from "../image/rgb-image.ts";
import { Workspace } from "../image/workspace.ts";
import { finishMetrics } from "./measurements.ts";
import type { PixelValue } from "./pixel-metric.ts";
import { PIXEL_METRIC_IDS, PIXEL_METRICS, type PixelMetrics } from "./registry.ts";

const VALUES: readonly PixelValue[] = PIXEL_METRIC_IDS.map((id) => PIXEL_METRICS[id].value);

/** The definition of correct pixel metrics, and the fallback without WebGPU. */
export function measureReference(image: RgbImage, workspace = new Workspace()): PixelMetrics {
  const { width, height } = image;
  const lumas = lumaPlane(image, workspace.floats("luma", width * height));
  const framedLumas = framed(lumas, image, 1, 1, workspace);
  return finishMetrics((metric) => moments(framedLumas, width, height, VALUES[metric] as PixelValue));
}

/**
 * Mean and population variance of a number over all pixels. Deviations are taken from the first pixel's number, so that
 * nothing cancels where pixels are alike.
 */
function moments(framedLumas: Float64Array, width: number, height: number, value: PixelValue): [number, number] {
  const stride = width + 2;
  const origin = value(framedLumas, stride + 1, stride);
  let sum = 0;
  let squares = 0;
  for (let row = 1; row <= height; row++) {
    for (let at = row * stride + 1; at <= row * stride + width; at++) {
      const deviation = value(framedLumas, at, stride) - origin;
      sum += deviation;
      squares += deviation * deviation;
    }
  }
  const mean = sum / (width * height);
  return [origin + mean, Math.max(squares / (width * height) - mean * mean, 0)];
}
