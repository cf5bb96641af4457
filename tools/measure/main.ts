/**
 * Measures pictures with the engine's metrics, for `agelens compare-metrics` to measure the same pixels with OpenCV.
 *
 *     npm run measure -- --images DIR --out DIR [--limit 100]
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Command } from "commander";
import { stringify } from "csv-stringify/sync";
import sharp from "sharp";
import { bundleForNode } from "../shared/bundle.ts";
import { prepareFolder, writeWhole } from "../shared/output.ts";
import { parseCount } from "../shared/parse-count.ts";
import { listPictures } from "../shared/pictures.ts";
import { readFolder } from "../shared/read-folder.ts";
import { runTool } from "../shared/run-tool.ts";

type Engine = typeof import("./engine.ts");

/** Side in pixels of the squares that are measured: that of the network's input. */
const SIDE = 128;

interface Options {
  readonly images: string;
  readonly out: string;
  readonly limit: number;
}

const program = new Command("measure")
  .description("Measures the middle square of pictures, made 128 pixels wide, with the engine's metrics.")
  .requiredOption("--images <folder>", "folder of pictures")
  .requiredOption("--out <folder>", "folder for the squares (PNG) and metrics.csv")
  .option("--limit <count>", "pictures to measure, at even steps", parseCount, 100)
  .parse();

await runTool(() => measure(program.opts<Options>()));

async function measure({ images, out, limit }: Options): Promise<void> {
  const engine = await loadEngine();
  const filenames = evenly(listPictures(images), limit);
  prepareFolder(join(out, "squares"));
  const places = new Map(filenames.map((filename, index) => [join(images, filename), `squares/${index}.png`]));
  const rows = await readFolder(images, filenames, async (path) => {
    const square = places.get(path) as string;
    const metrics = engine.measureReference(await writeSquare(path, join(out, square)));
    return [square, ...engine.PIXEL_METRIC_IDS.map((id) => metrics[id])];
  });
  writeWhole(join(out, "metrics.csv"), stringify([["square", ...engine.PIXEL_METRIC_IDS], ...rows.values()]));
  console.log(`${rows.size} pictures measured: ${join(out, "metrics.csv")}`);
}

async function loadEngine(): Promise<Engine> {
  const bundle = await bundleForNode(join(import.meta.dirname, "engine.ts"), "measure");
  return (await import(pathToFileURL(bundle).href)) as Engine;
}

/** Keeps a picture's middle square without loss, and returns its pixels. */
async function writeSquare(path: string, square: string) {
  const image = sharp(path).rotate().resize(SIDE, SIDE, { fit: "cover" }).toColourspace("srgb").removeAlpha();
  const bytes = await image.raw().toBuffer();
  await sharp(bytes, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .png()
    .toFile(square);
  return { width: SIDE, height: SIDE, data: Float32Array.from(bytes) };
}

function evenly<T>(items: readonly T[], count: number): T[] {
  const taken = Math.min(count, items.length);
  return Array.from({ length: taken }, (_, index) => items[Math.floor((index * items.length) / taken)] as T);
}
