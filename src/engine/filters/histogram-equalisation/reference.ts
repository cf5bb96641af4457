import { cumulate, histogramBin, LUMA_BINS, lookUp, moveLuma } from "../../image/luma-table.ts";
import { lumaPlane, type RgbImage } from "../../image/rgb-image.ts";
import type { ParamValues } from "../filter.ts";
import type { params } from "./params.ts";

/** Moves luma to its equalised value by `strength`; colour differences stay. A picture of one grey stays as it is. */
export function reference(image: RgbImage, { strength }: ParamValues<typeof params>): RgbImage {
  const table = equalisingTable(lumaPlane(image));
  return moveLuma(image, strength, (luma) => lookUp(table, luma));
}

function equalisingTable(lumas: Float32Array): number[] {
  const counts = new Uint32Array(LUMA_BINS);
  for (const value of lumas) counts[histogramBin(value)] = (counts[histogramBin(value)] as number) + 1;
  const lowest = counts.find((count) => count > 0) as number;
  const others = lumas.length - lowest;
  if (others === 0) return Array.from(counts, (_, bin) => bin);
  return cumulate(counts).map((below) => (255 * Math.max(below - lowest, 0)) / others);
}
