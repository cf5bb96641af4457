/**
 * Measures the built app's engine, whole chain, on a folder of pictures.
 *
 *     npm run evaluate -- --images DIR [--labels FILE.csv] [--columns age=Alter] [--model ID] [--backend webgpu|wasm] [--aligned] --out DIR
 */
import { join } from "node:path";
import { Command, Option } from "commander";
import type { BackendChoice, EngineInfo } from "../../src/engine/index.ts";
import { EnginePage } from "../engine-page/engine-page.ts";
import { prepareFolder, toJson, writeWhole } from "../shared/output.ts";
import { readFolder } from "../shared/read-folder.ts";
import { runTool } from "../shared/run-tool.ts";
import type { Classes } from "./label-words.ts";
import { type LabelledFolder, openLabelledFolder } from "./labelled-folder.ts";
import { type Prediction, toPrediction } from "./prediction.ts";
import { parseClasses, parseColumns } from "./reading-options.ts";
import { predictionsCsv, reportOf, reportTable } from "./report.ts";

interface Options {
  images: string;
  labels?: string;
  columns?: Readonly<Record<string, string>>;
  classes?: Classes;
  allowLosses?: boolean;
  model?: string;
  backend: BackendChoice;
  aligned?: boolean;
  rebuild?: boolean;
  out: string;
}

const program = new Command("evaluate")
  .description("Measures the built app's engine, from picture to age, on a folder of pictures.")
  .requiredOption("--images <folder>", "folder of pictures, searched with the folders inside it")
  .option("--labels <file>", "table with filename and age or age_group; else UTKFace names or folders named by age")
  .option("--columns <names>", "which columns of the table are ours: age=Alter,filename=Datei", parseColumns)
  .option("--classes <ages>", "ages of named groups: young=0-25,old=26-99, or a spec with age groups", parseClasses)
  .option("--allow-losses", "go on where the table leaves over 5 % of the pictures without a label")
  .option("--model <id>", "a model of the manifest; its default model when left out")
  .addOption(
    new Option("--backend <name>", "where the network runs").choices(["auto", "webgpu", "wasm"]).default("auto"),
  )
  .option("--aligned", "the pictures are tight face crops: pad them for detection")
  .option("--rebuild", "build the app even if nothing has changed")
  .requiredOption("--out <folder>", "folder for predictions.csv, report.json and malformed.csv")
  .parse();

await runTool((signal) => evaluate(program.opts<Options>(), signal));

async function evaluate(options: Options, signal: AbortSignal): Promise<void> {
  const folder = openLabelledFolder(options.images, { ...options, table: options.labels });
  prepareFolder(options.out);
  const { info, predictions } = await predict(folder, options, signal);
  const report = reportOf(predictions, info);
  writeWhole(join(options.out, "predictions.csv"), predictionsCsv(predictions));
  writeWhole(join(options.out, "report.json"), toJson(report));
  console.log(`\n${reportTable(report)}\n`);
  for (const remark of [...folder.remarks, ...failures(predictions)]) console.log(remark);
  console.log(`Written: predictions.csv and report.json in ${options.out}`);
}

async function predict({ filenames, labels }: LabelledFolder, options: Options, signal: AbortSignal) {
  const { backend, model: modelId, rebuild, aligned, images } = options;
  const engine = await EnginePage.open({ backend, modelId, rebuild, signal });
  try {
    const info: EngineInfo = await engine.load();
    console.log(`${info.modelId} on ${info.backend === "webgpu" ? `WebGPU (${info.adapter})` : "WebAssembly"}`);
    await warmUp(engine, images, filenames, aligned);
    const readings = await readFolder(images, filenames, (path) => engine.analyse(path, { aligned }));
    const predictions = [...readings].map(([name, reading]) => toPrediction(name, labels.get(name), reading));
    return { info, predictions };
  } finally {
    await engine.close();
  }
}

/** The first picture compiles and allocates, which would make small folders look slow. */
async function warmUp(engine: EnginePage, folder: string, [first = ""]: readonly string[], aligned?: boolean) {
  await engine.analyse(join(folder, first), { aligned });
}

function failures(predictions: readonly Prediction[]): string[] {
  return predictions.flatMap((prediction) =>
    prediction.status === "failed" ? [`${prediction.filename} could not be read: ${prediction.reason}`] : [],
  );
}
