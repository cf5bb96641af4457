import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { portrait } from "./pictures.ts";
import { test as base } from "./test.ts";

/** The head of the portrait, small, so that reading hundreds of them is quick. */
const SMALL = { left: 50, top: 0, width: 190, height: 200 };

/** A folder of pictures on the disk. */
export class PictureFolder {
  readonly path = mkdtempSync(join(tmpdir(), "agelens-batch-"));

  /** Writes a file; one that takes the place of another has a later date, which browsers compare by the second. */
  add(name: string, bytes: Uint8Array | string): void {
    const path = join(this.path, name);
    const before = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    writeFileSync(path, bytes);
    if (before !== undefined) utimesSync(path, new Date(), new Date(before + 5000));
  }

  /** Writes `count` small pictures of one face, no two of them alike, named 000.jpg, 001.jpg, … */
  async fill(count: number): Promise<void> {
    const head = await portrait().extract(SMALL).png().toBuffer();
    for (let index = 0; index < count; index++) {
      const brightness = 0.8 + (0.4 * index) / count;
      this.add(`${String(index).padStart(3, "0")}.jpg`, await sharp(head).modulate({ brightness }).jpeg().toBuffer());
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

/** Playwright's test with an empty folder that is gone afterwards. */
export const test = base.extend<{ folder: PictureFolder }>({
  folder: async ({ browserName: _ }, use) => {
    const folder = new PictureFolder();
    await use(folder);
    folder.remove();
  },
});
