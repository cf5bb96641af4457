/**
 * Measures from which width of the interval on a reading is hardly more than a guess, on pictures as they are and damaged.
 *
 *     npm run study:refusal -- --images DIR --labels FILE.csv [--step N] --out DIR
 */
import { join } from "node:path";
import { Presets, SingleBar } from "cli-progress";
import { Command } from "commander";
import { EnginePage } from "../engine-page/engine-page.ts";
import { openLabelledFolder } from "../evaluate/labelled-folder.ts";
import { prepareFolder, toJson, writeWhole } from "../shared/output.ts";
import { parseCount } from "../shared/parse-count.ts";
import { runTool } from "../shared/run-tool.ts";
import { estimatedOf, medianAge, refusalCurve, widestAnswer, widthCurve } from "./curve.ts";
import { type Case, type CaseReading, casesOf, halvesOf, readCase } from "./readings.ts";
import { buildStudySite } from "./site.ts";
import { widthTable } from "./tables.ts";

interface Options {
  images: string;
  labels: string;
  step: number;
  out: string;
}

const program = new Command("study:refusal")
  .description("Measures from which width of the interval on a reading is hardly more than a guess.")
  .requiredOption("--images <folder>", "pictures, each with one labelled face near its centre")
  .requiredOption("--labels <file>", "table of labels, as `npm run evaluate` reads it")
  .option("--step <count>", "damage every N-th picture in each way", parseCount, 8)
  .requiredOption("--out <folder>", "folder for readings.json, the app of the study and the damaged pictures under way")
  .parse();

await runTool((signal) => runStudy(program.opts<Options>(), signal));

async function runStudy({ images, labels: table, step, out }: Options, signal: AbortSignal): Promise<void> {
  const { labels } = openLabelledFolder(images, { table });
  prepareFolder(out);
  const site = await buildStudySite(out);
  const engine = await EnginePage.open({ backend: "wasm", site, signal });
  try {
    await engine.load();
    const readings = await readAll(engine, images, out, casesOf(labels, step));
    writeWhole(join(out, "readings.json"), toJson(readings));
    report(readings);
  } finally {
    await engine.close();
  }
}

async function readAll(engine: EnginePage, folder: string, out: string, cases: readonly Case[]) {
  const bar = new SingleBar(
    { format: "{bar} {value}/{total} readings, {eta_formatted} to go" },
    Presets.shades_classic,
  );
  const readings: CaseReading[] = [];
  bar.start(cases.length, 0);
  try {
    for (const each of cases) {
      readings.push(await readCase(engine, folder, join(out, "damaged"), each));
      bar.increment();
    }
  } finally {
    bar.stop();
  }
  return readings;
}

/** The limit is chosen by all pictures; what limits do is shown for every other picture and for the rest. */
function report(readings: readonly CaseReading[]): void {
  const all = estimatedOf(readings);
  const guess = medianAge(all);
  console.log(`\n${widthTable("width", widthCurve(all, guess))}`);
  console.log(
    `\nHardly more than a guess above ${widestAnswer(refusalCurve(all, guess)) ?? "no measured width of"} years.`,
  );
  for (const [index, half] of halvesOf(readings).entries()) {
    console.log(`\n${widthTable(`refused, half ${index + 1}`, refusalCurve(estimatedOf(half), guess))}`);
  }
}
