import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { PROJECT_FOLDER } from "../engine-page/built-app.ts";

const PORTRAIT = join(PROJECT_FOLDER, "public/samples/astronaut.jpg");
const COLUMNS = 4;

/** Pictures to time, by how many faces they show. */
export interface BenchPictures {
  readonly pathByFaces: ReadonlyMap<number, string>;
  /** Deletes what was made for the bench. */
  remove(): void;
}

/** The sample portrait, and eight of it in one picture. */
export async function makePictures(): Promise<BenchPictures> {
  const folder = mkdtempSync(join(tmpdir(), "agelens-bench-"));
  const eight = join(folder, "eight.png");
  const { width, height } = await sharp(PORTRAIT).metadata();
  const tiles = Array.from({ length: 8 }, (_, index) => ({
    input: PORTRAIT,
    left: (index % COLUMNS) * width,
    top: Math.floor(index / COLUMNS) * height,
  }));
  const canvas = { width: COLUMNS * width, height: 2 * height, channels: 3 as const, background: "black" };
  await sharp({ create: canvas }).composite(tiles).png().toFile(eight);
  return {
    pathByFaces: new Map([
      [1, PORTRAIT],
      [8, eight],
    ]),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
