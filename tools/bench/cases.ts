import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { PROJECT_FOLDER } from "../engine-page/built-app.ts";

const PORTRAIT = join(PROJECT_FOLDER, "public/samples/astronaut.jpg");
/** Head and shoulders: tiled, a face stays large enough for the quick search. */
const HEAD = { left: 120, top: 10, width: 200, height: 200 };
const COLUMNS = 4;
const ROWS = 2;

/** Pictures to time, by how many faces they show. */
export interface BenchPictures {
  readonly pathByFaces: ReadonlyMap<number, string>;
  /** Deletes what was made for the bench. */
  remove(): void;
}

/** The sample portrait, and eight times its head in one picture. */
export async function makePictures(): Promise<BenchPictures> {
  const folder = mkdtempSync(join(tmpdir(), "agelens-bench-"));
  const eight = join(folder, "eight.png");
  const input = await sharp(PORTRAIT).extract(HEAD).png().toBuffer();
  const tiles = Array.from({ length: COLUMNS * ROWS }, (_, index) => ({
    input,
    left: (index % COLUMNS) * HEAD.width,
    top: Math.floor(index / COLUMNS) * HEAD.height,
  }));
  const size = { width: COLUMNS * HEAD.width, height: ROWS * HEAD.height };
  const canvas = { ...size, channels: 3 as const, background: "black" };
  await sharp({ create: canvas }).composite(tiles).png().toFile(eight);
  return {
    pathByFaces: new Map([
      [1, PORTRAIT],
      [COLUMNS * ROWS, eight],
    ]),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
