import type { PixelSize } from "../../../math/index.ts";
import { cumulate, histogramBin, LUMA_BINS, lookUp, moveLuma } from "../../image/luma-table.ts";
import { lumaPlane, type RgbImage, reflect101 } from "../../image/rgb-image.ts";
import type { ParamValues } from "../filter.ts";
import { type params, TILES } from "./params.ts";

/** Moves luma by `strength` towards its value equalised within the tiles around each pixel; see clahe.wgsl. */
export function reference(image: RgbImage, { strength, clipLimit }: ParamValues<typeof params>): RgbImage {
  const { width, height } = image;
  const tile = { width: Math.ceil(width / TILES), height: Math.ceil(height / TILES) };
  const lumas = lumaPlane(image);
  const tables = Array.from({ length: TILES * TILES }, (_, index) => tileTable(lumas, image, tile, index, clipLimit));
  return moveLuma(image, strength, (luma, pixel) => {
    const x = (pixel % width) / tile.width - 0.5;
    const y = Math.floor(pixel / width) / tile.height - 0.5;
    return betweenTiles(tables, x, y, luma);
  });
}

/** The clipped, redistributed and cumulated histogram of one tile, 0…255. */
function tileTable(lumas: Float32Array, size: PixelSize, tile: PixelSize, index: number, clipLimit: number): number[] {
  const counts = new Uint32Array(LUMA_BINS);
  const area = tile.width * tile.height;
  for (let pixel = 0; pixel < area; pixel++) {
    const x = reflect101((index % TILES) * tile.width + (pixel % tile.width), size.width);
    const y = reflect101(Math.floor(index / TILES) * tile.height + Math.floor(pixel / tile.width), size.height);
    const bin = histogramBin(lumas[y * size.width + x] as number);
    counts[bin] = (counts[bin] as number) + 1;
  }
  const limit = Math.max(Math.floor((clipLimit * area) / LUMA_BINS), 1);
  return cumulate(clipped(counts, limit)).map((below) => (255 * below) / area);
}

/** Cuts counts at `limit` and hands the excess out: evenly, and the rest to bins at even steps from 0. */
function clipped(counts: Uint32Array, limit: number): number[] {
  const excess = counts.reduce((sum, count) => sum + Math.max(count - limit, 0), 0);
  const everyBin = Math.floor(excess / LUMA_BINS);
  const rest = excess % LUMA_BINS;
  const step = Math.max(Math.floor(LUMA_BINS / Math.max(rest, 1)), 1);
  return Array.from(counts, (count, bin) => {
    const extra = bin % step === 0 && bin / step < rest ? 1 : 0;
    return Math.min(count, limit) + everyBin + extra;
  });
}

/** The tables' value at a position in units of tiles, bilinear between the tiles' centres. */
function betweenTiles(tables: readonly number[][], x: number, y: number, luma: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const upper = mix(tileValue(tables, left, top, luma), tileValue(tables, left + 1, top, luma), x - left);
  const lower = mix(tileValue(tables, left, top + 1, luma), tileValue(tables, left + 1, top + 1, luma), x - left);
  return mix(upper, lower, y - top);
}

/** A tile's value for a luma; tiles beyond the border are those at the border. */
function tileValue(tables: readonly number[][], column: number, row: number, luma: number): number {
  const x = Math.min(Math.max(column, 0), TILES - 1);
  const y = Math.min(Math.max(row, 0), TILES - 1);
  return lookUp(tables[y * TILES + x] as number[], luma);
}

function mix(a: number, b: number, part: number): number {
  return a + part * (b - a);
}
