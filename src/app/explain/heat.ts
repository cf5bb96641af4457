import type { HeatMap } from "../../engine/index.ts";

/** Evidence weaker than this, in units of the log-odds, is taken for none. */
const FAINTEST = 0.02;

/**
 * How strongly to colour each cell, 0…1: the evidence for the reading as a share of the strongest; what speaks against it
 * stays plain.
 *
 * @returns `undefined` when nothing speaks for the reading in particular
 */
export function heatOf({ values }: Pick<HeatMap, "values">): Float32Array | undefined {
  const strongest = Math.max(...values);
  if (!(strongest > FAINTEST)) return undefined;
  return values.map((value) => Math.max(0, value / strongest));
}

/** One colour, as opaque as the heat: RGBA bytes for a canvas of one pixel per cell. */
export function heatPixels(heat: Float32Array, [red, green, blue]: readonly [number, number, number]) {
  const pixels = new Uint8ClampedArray(heat.length * 4);
  heat.forEach((share, cell) => {
    pixels.set([red, green, blue, Math.round(share * 255)], cell * 4);
  });
  return pixels;
}
