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
import { type CaseReading, casesOf, readCase } from "./readings.ts";

interface Options {
  images: string;
  labels: string;
  step: number;
  out: string;
}

const program = new Command("study:refusal")
  .description("Measures from which width of the interval on a reading is hardly more than a guess.")
  .requiredOption("--images <folder>", "pictures, each with one labelled face near its centre")
  .requiredOption("--labels <file>", "CSV with filename and age or age_group")
  .option("--step <count>", "damage every N-th picture in each way", parseCount, 6)
  .requiredOption("--out <folder>", "folder for readings.json and the damaged pictures under way")
  .parse();

await runTool((signal) => runStudy(program.opts<Options>(), signal));

async function runStudy({ images, labels: labelFile, step, out }: Options, signal: AbortSignal): Promise<void> {
  const { labels } = openLabelledFolder(images, { table: labelFile });
  prepareFolder(out);
  const engine = await EnginePage.open({ backend: "wasm", signal });
  try {
    await engine.load();
    const readings = await readAll(engine, images, out, casesOf(labels, step));
    writeWhole(join(out, "readings.json"), toJson(readings));
  } finally {
    await engine.close();
  }
}

async function readAll(engine: EnginePage, folder: string, out: string, cases: ReturnType<typeof casesOf>) {
  const bar = new SingleBar(
    { format: "{bar} {value}/{total} readings, {eta_formatted} to go" },
    Presets.shades_classic,
  );
  const readings: CaseReading[] = [];
  bar.start(cases.length, 0);
  try {
    for (const each of cases) {
      readings.push(await readCase(engine, folder, out, each));
      bar.increment();
    }
  } finally {
    bar.stop();
  }
  return readings;
}
