import { clamp, type PixelSize } from "../../../math/index.ts";
import { LUMA_BINS, moveLuma } from "../../image/luma-table.ts";
import { lumaPlane, type RgbImage } from "../../image/rgb-image.ts";
import type { Workspace } from "../../image/workspace.ts";
import type { ParamValues } from "../filter.ts";
import { type params, TILES } from "./params.ts";
import { tileTables } from "./tile-tables.ts";

/** Moves luma by `strength` towards its value equalised within the tiles around each pixel; see clahe.wgsl. */
export function reference(
  image: RgbImage,
  { strength, clipLimit }: ParamValues<typeof params>,
  target: Float32Array,
  workspace: Workspace,
): void {
  const { width, height } = image;
  const tile = { width: Math.ceil(width / TILES), height: Math.ceil(height / TILES) };
  const lumas = lumaPlane(image, workspace.floats("luma", width * height));
  const tables = tileTables(lumas, image, tile, clipLimit, workspace);
  const wanted = workspace.floats("wanted luma", lumas.length);
  for (let y = 0; y < height; y++) equaliseRow(tables, lumas, y, width, tile, wanted);
  moveLuma(image, lumas, wanted, strength, target);
}

/** The tables' values for a row of lumas: bilinear between the tiles' centres and linear between lumas. */
function equaliseRow(
  tables: Float32Array,
  lumas: Float32Array,
  y: number,
  width: number,
  tile: PixelSize,
  wanted: Float32Array,
): void {
  const down = y / tile.height - 0.5;
  const row = Math.floor(down);
  const top = inside(row) * TILES * LUMA_BINS;
  const bottom = inside(row + 1) * TILES * LUMA_BINS;
  for (let x = 0, pixel = y * width; x < width; x++, pixel++) {
    const luma = Math.min(Math.max(lumas[pixel] as number, 0), LUMA_BINS - 1);
    const bin = luma | 0;
    const next = bin < LUMA_BINS - 1 ? 1 : 0;
    const across = x / tile.width - 0.5;
    const column = Math.floor(across);
    const left = inside(column) * LUMA_BINS + bin;
    const right = inside(column + 1) * LUMA_BINS + bin;
    const part = luma - bin;
    const upper = mix(
      between(tables, top + left, next, part),
      between(tables, top + right, next, part),
      across - column,
    );
    const lower = mix(
      between(tables, bottom + left, next, part),
      between(tables, bottom + right, next, part),
      across - column,
    );
    wanted[pixel] = mix(upper, lower, down - row);
  }
}

/** Tiles beyond the border are those at the border. */
function inside(tile: number): number {
  return clamp(tile, 0, TILES - 1);
}

function between(tables: Float32Array, at: number, next: number, part: number): number {
  return mix(tables[at] as number, tables[at + next] as number, part);
}

function mix(a: number, b: number, part: number): number {
  return a + part * (b - a);
}
