/**
 * Compares ways of searching for faces: on real pictures at full size, small in a large photo, turned, and many at once, and
 * on pictures without a face, which it draws and downloads into --out itself.
 *
 *     npm run study:detector -- [--images DIR] [--step N] [--only TEXT] --out DIR
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command, Option } from "commander";
import { CHROMIUM_ARGUMENTS } from "../chromium.ts";
import { BrowserPage } from "../engine-page/browser-page.ts";
import { buildToolSite, toolSite } from "../engine-page/tool-site.ts";
import { buildDetector, buildGraph, GRAPH_FILES } from "../face-detector/build.ts";
import { prepareFolder, toJson, writeWhole } from "../shared/output.ts";
import { parseCount } from "../shared/parse-count.ts";
import { listPictures } from "../shared/pictures.ts";
import { runTool } from "../shared/run-tool.ts";
import { downloadPictures } from "./face-free/download.ts";
import { drawPictures } from "./face-free/draw.ts";
import { PICTURE_PACKAGES } from "./face-free/packages.ts";
import { COMPARED_SEARCHES, type ComparedSearch } from "./records.ts";
import { type FaceFreePictures, Study } from "./study.ts";
import { comparisonTables, meanScoreTable, minScoreTable } from "./tables.ts";

interface Options {
  images?: string;
  step: number;
  only: string;
  searches: readonly ComparedSearch[];
  out: string;
}

const program = new Command("study:detector")
  .description("Measures how many faces each way of searching misses.")
  .option("--images <folder>", "pictures, each with one face near its centre; face-free pictures alone when left out")
  .option("--step <count>", "use every N-th picture only", parseCount, 1)
  .option("--only <text>", "only scenes whose kind has this in its name, for instance “turned”", "")
  .addOption(
    new Option("--searches <names...>", "only these ways of searching")
      .choices(COMPARED_SEARCHES)
      .default(COMPARED_SEARCHES, "all of them"),
  )
  .requiredOption("--out <folder>", "folder for study.json and for the pictures without a face")
  .parse();

/** Pictures of each kind that are drawn. */
const DRAWN_PER_KIND = 10;

const SITE = toolSite("study-detector", import.meta.dirname);

await runTool((signal) => runStudy(program.opts<Options>(), signal));

async function runStudy({ images, step, only, searches, out }: Options, signal: AbortSignal): Promise<void> {
  const everyNth = (names: readonly string[]) => names.filter((_, index) => index % step === 0);
  const filenames = images ? everyNth(listPictures(images)) : [];
  prepareFolder(out);
  const faceFree = await faceFreePictures(resolve(out));
  await buildSite();
  const browser = await BrowserPage.open({
    site: SITE.config,
    file: "index.html",
    chromiumArguments: CHROMIUM_ARGUMENTS.wasm,
    signal,
  });
  try {
    const records = await new Study(browser, images ?? out).run(
      filenames,
      { made: everyNth(faceFree.made), packaged: everyNth(faceFree.packaged) },
      { only, searches },
    );
    writeWhole(join(out, "study.json"), toJson(records));
    console.log(`\n${comparisonTables(records)}\n\n${minScoreTable(records)}\n\n${meanScoreTable(records)}`);
  } finally {
    await browser.close();
  }
}

async function faceFreePictures(out: string): Promise<FaceFreePictures> {
  const [made, packaged] = [join(out, "drawn"), join(out, "packages")];
  downloadPictures(packaged, PICTURE_PACKAGES);
  await drawPictures(made, "face-free", DRAWN_PER_KIND);
  const absolute = (folder: string) => listPictures(folder).map((name) => join(folder, name));
  return { made: absolute(made), packaged: absolute(packaged) };
}

/** Builds the page, with both detectors and the app's own graph beside it. */
async function buildSite(): Promise<void> {
  await buildToolSite(SITE);
  const { topology, weights } = buildGraph();
  const files = {
    "short-range.tflite": buildDetector("short-range"),
    "full-range.tflite": buildDetector("full-range"),
    [GRAPH_FILES.topology]: topology,
    [GRAPH_FILES.weights]: weights,
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(SITE.outputFolder, name), bytes);
}
