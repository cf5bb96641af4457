import { histogramBin, LUMA_BINS, lookUp, moveLuma } from "../../image/luma-table.ts";
import { lumaPlane, type RgbImage } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

/** Moves luma to its equalised value by `strength`; colour differences stay. A picture of one grey stays as it is. */
export function reference(
  image: RgbImage,
  { strength }: ParamValues<typeof params>,
  target: Float32Array,
  workspace: Workspace,
): void {
  const pixels = image.width * image.height;
  const lumas = lumaPlane(image, workspace.floats("luma", pixels));
  const wanted = workspace.floats("wanted luma", pixels);
  const table = equalisingTable(lumas);
  for (let pixel = 0; pixel < pixels; pixel++) wanted[pixel] = lookUp(table, lumas[pixel] as number);
  moveLuma(image, lumas, wanted, strength, target);
}

function equalisingTable(lumas: Float32Array): Float32Array {
  const counts = new Float32Array(LUMA_BINS);
  for (const value of lumas) {
    const bin = histogramBin(value);
    counts[bin] = (counts[bin] as number) + 1;
  }
  const lowest = counts.find((count) => count > 0) as number;
  const others = lumas.length - lowest;
  if (others === 0) return counts.map((_, bin) => bin);
  let below = 0;
  return counts.map((count) => {
    below += count;
    return (255 * Math.max(below - lowest, 0)) / others;
  });
}
