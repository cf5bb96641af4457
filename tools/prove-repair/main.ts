/**
 * Proves what the app's repairs are worth: degrades the test part, repairs as the app does, and measures the estimate
 * before and after with the published model.
 *
 *     npm run prove:repair -- --images DIR --keypoints keypoints.csv --split split.csv --out DIR [--document FILE]
 */
import { join } from "node:path";
import { Presets, SingleBar } from "cli-progress";
import { Command } from "commander";
import { CONDITIONS } from "../degrade/conditions.ts";
import { prepareFolder, toJson, writeWhole } from "../shared/output.ts";
import { parseCount } from "../shared/parse-count.ts";
import { runTool } from "../shared/run-tool.ts";
import { readTestChips } from "./measure/chips.ts";
import { readModel } from "./measure/estimator.ts";
import { bundleWorker, measureInPool, type PoolTask } from "./measure/pool.ts";
import type { Settings } from "./measure/settings.ts";
import { SampleStore, samplesFolder } from "./measure/store.ts";
import { fillDocument } from "./report/document.ts";
import { resultsCsv } from "./report/results-csv.ts";
import { conditionTable, toText } from "./report/tables.ts";
import { summarise } from "./summarise/results.ts";

interface Options extends Omit<Settings, "modelId"> {
  readonly model?: string;
  readonly out: string;
  readonly jobs: number;
  readonly document?: string;
  readonly policy?: string;
}

const program = new Command("prove-repair")
  .description("Measures what the repairs do to the estimate, for each kind and strength of damage.")
  .requiredOption("--images <folder>", "folder of the labelled pictures")
  .requiredOption("--keypoints <file>", "keypoints.csv, as `npm run keypoints` writes it")
  .requiredOption("--split <file>", "split.csv, as `agelens split` writes it")
  .requiredOption("--out <folder>", "folder for samples, results.json, results.csv and policy.json")
  .option("--limit <count>", "test pictures to use; all when left out", parseCount)
  .option("--model <id>", "published model; the default one when left out")
  .option("--models <folder>", "folder of the app's models", join(import.meta.dirname, "../../public/models"))
  .option("--seed <number>", "seed of the random degradations", parseCount, 1)
  .option("--jobs <count>", "worker threads", parseCount, 2)
  .option("--document <file>", "Markdown file whose marked tables are to be written anew")
  .option("--policy <file>", "file to write the policy to, for instance src/engine/facts/policy.json to ship it")
  .parse();

await runTool((signal) => proveRepair(program.opts<Options>(), signal));

async function proveRepair({ out, jobs, document, policy, ...rest }: Options, signal: AbortSignal): Promise<void> {
  const settings: Settings = { ...rest, modelId: rest.model };
  const model = readModel(settings.models, settings.modelId);
  const chips = readTestChips(settings.split, settings.keypoints, settings.limit);
  prepareFolder(out);
  const worker = await bundleWorker();
  const folder = samplesFolder(out, { model, chips, seed: settings.seed, worker });
  const store = new SampleStore(folder);
  await measureMissing(store, chips.length, { settings, worker, folder, jobs, signal });
  const results = summarise(
    CONDITIONS.map((condition) => ({ condition, samples: store.read(condition) })),
    model,
  );
  writeWhole(join(out, "results.json"), toJson(results));
  writeWhole(join(out, "results.csv"), resultsCsv(results.conditions));
  for (const path of [join(out, "policy.json"), policy]) if (path) writeWhole(path, toJson(results.policy));
  if (document) fillDocument(document, results);
  console.log(toText(conditionTable(results)));
  console.log(
    `Written: results.json, results.csv and policy.json in ${out}${document ? `, tables in ${document}` : ""}`,
  );
}

async function measureMissing(
  store: SampleStore,
  chips: number,
  task: Omit<PoolTask, "conditions" | "onProgress">,
): Promise<void> {
  const missing = CONDITIONS.filter((condition) => !store.has(condition));
  const bar = new SingleBar({ format: "{bar} {value}/{total} samples, {eta_formatted} to go" }, Presets.shades_classic);
  bar.start(CONDITIONS.length * chips, (CONDITIONS.length - missing.length) * chips);
  try {
    await measureInPool({ ...task, conditions: missing, onProgress: (count) => bar.increment(count) });
  } finally {
    bar.stop();
  }
}
