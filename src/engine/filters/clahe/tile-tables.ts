import type { PixelSize } from "../../../math/index.ts";
import { histogramBin, LUMA_BINS } from "../../image/luma-table.ts";
import { reflect101 } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import { TILES } from "./params.ts";

/** The clipped, redistributed and cumulated histogram of every tile, 0…255: [tile row, tile column, luma]. */
export function tileTables(
  lumas: Float32Array,
  size: PixelSize,
  tile: PixelSize,
  clipLimit: number,
  workspace: Workspace,
): Float32Array {
  const tables = workspace.floats("tile tables", TILES * TILES * LUMA_BINS).fill(0);
  const area = tile.width * tile.height;
  const limit = Math.max(Math.floor((clipLimit * area) / LUMA_BINS), 1);
  for (let index = 0; index < TILES * TILES; index++) {
    const table = tables.subarray(index * LUMA_BINS, (index + 1) * LUMA_BINS);
    const origin = { x: (index % TILES) * tile.width, y: Math.floor(index / TILES) * tile.height };
    count(lumas, size, tile, origin, table);
    clip(table, limit);
    cumulate(table, 255 / area);
  }
  return tables;
}

/** Counts the lumas of one tile into bins; beyond the picture it is reflected. */
function count(
  lumas: Float32Array,
  size: PixelSize,
  tile: PixelSize,
  origin: { x: number; y: number },
  counts: Float32Array,
): void {
  for (let y = origin.y; y < origin.y + tile.height; y++) {
    const row = reflect101(y, size.height) * size.width;
    for (let x = origin.x; x < origin.x + tile.width; x++) {
      const bin = histogramBin(lumas[row + reflect101(x, size.width)] as number);
      counts[bin] = (counts[bin] as number) + 1;
    }
  }
}

/** Cuts counts at `limit` and hands the excess out: evenly, and the rest to bins at even steps from 0. */
function clip(counts: Float32Array, limit: number): void {
  let excess = 0;
  for (const count of counts) excess += Math.max(count - limit, 0);
  const everyBin = Math.floor(excess / LUMA_BINS);
  const rest = excess % LUMA_BINS;
  const step = Math.max(Math.floor(LUMA_BINS / Math.max(rest, 1)), 1);
  for (let bin = 0; bin < LUMA_BINS; bin++) {
    const extra = bin % step === 0 && bin / step < rest ? 1 : 0;
    counts[bin] = Math.min(counts[bin] as number, limit) + everyBin + extra;
  }
}

/** Replaces each count by `factor` times the sum of all counts up to it. */
function cumulate(counts: Float32Array, factor: number): void {
  let sum = 0;
  for (let bin = 0; bin < LUMA_BINS; bin++) {
    sum += counts[bin] as number;
    counts[bin] = factor * sum;
  }
}
