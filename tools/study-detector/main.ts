/**
 * Compares ways of searching for faces on real pictures: at full size, small in a large photo, turned, and many at once.
 *
 *     npm run study:detector -- --images DIR [--step N] [--only TEXT] --out DIR
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { CHROMIUM_ARGUMENTS } from "../chromium.ts";
import { BrowserPage } from "../engine-page/browser-page.ts";
import { buildToolSite, toolSite } from "../engine-page/tool-site.ts";
import { buildDetector } from "../face-detector/build.ts";
import { prepareFolder, toJson, writeWhole } from "../shared/output.ts";
import { parseCount } from "../shared/parse-count.ts";
import { listPictures } from "../shared/pictures.ts";
import { runTool } from "../shared/run-tool.ts";
import { Study } from "./study.ts";
import { comparisonTables, minScoreTable } from "./tables.ts";

interface Options {
  images: string;
  step: number;
  only: string;
  out: string;
}

const program = new Command("study:detector")
  .description("Measures how many faces each way of searching misses.")
  .requiredOption("--images <folder>", "pictures, each with one face near its centre")
  .option("--step <count>", "use every N-th picture only", parseCount, 1)
  .option("--only <text>", "only scenes whose kind has this in its name, for instance “turned”", "")
  .requiredOption("--out <folder>", "folder for study.json")
  .parse();

const SITE = toolSite("study-detector", import.meta.dirname);

await runTool((signal) => runStudy(program.opts<Options>(), signal));

async function runStudy({ images, step, only, out }: Options, signal: AbortSignal): Promise<void> {
  const filenames = listPictures(images).filter((_, index) => index % step === 0);
  prepareFolder(out);
  await buildSite();
  const browser = await BrowserPage.open({
    site: SITE.config,
    file: "index.html",
    chromiumArguments: CHROMIUM_ARGUMENTS.wasm,
    signal,
  });
  try {
    const records = await new Study(browser, images).run(filenames, only);
    writeWhole(join(out, "study.json"), toJson(records));
    console.log(`\n${comparisonTables(records)}\n\n${minScoreTable(records)}`);
  } finally {
    await browser.close();
  }
}

/** Builds the page, with both detectors beside it. */
async function buildSite(): Promise<void> {
  await buildToolSite(SITE);
  for (const name of ["short-range", "full-range"] as const) {
    writeFileSync(join(SITE.outputFolder, `${name}.tflite`), buildDetector(name));
  }
}
