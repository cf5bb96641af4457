import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { PROJECT_FOLDER } from "../engine-page/built-app.ts";

const PORTRAIT = join(PROJECT_FOLDER, "public/samples/astronaut.jpg");
/** Small enough that the search makes do with a look at the whole: what is measured is memory, not time. */
const SIDE_PX = 300;
/** Crops begin between these and so many pixels further right without cutting the face. */
const LEFT_PX = 50;
const SHIFTS = 50;

/** A folder with pictures that is to be removed. */
export interface BenchFolder {
  readonly path: string;
  remove(): void;
}

/** Writes `count` variations of the sample portrait, no two of them alike: moved, mirrored, darker or brighter. */
export async function makePictureFolder(count: number): Promise<BenchFolder> {
  const path = mkdtempSync(join(tmpdir(), "agelens-bench-batch-"));
  for (let index = 0; index < count; index++) {
    const region = {
      left: LEFT_PX + (index % SHIFTS),
      top: Math.floor(index / SHIFTS),
      width: SIDE_PX,
      height: SIDE_PX,
    };
    const picture = sharp(PORTRAIT)
      .extract(region)
      .modulate({ brightness: 0.8 + (index % 5) / 10 });
    await (index % 2 === 0 ? picture : picture.flop()).jpeg().toFile(join(path, `${index}.jpg`));
  }
  return { path, remove: () => rmSync(path, { recursive: true }) };
}
