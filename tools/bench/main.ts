/**
 * Milliseconds per step of the engine, by backend, search effort and number of faces, and of the network against
 * measuring and repairing. Compare rows of one run only: machines and their load differ.
 *
 *     npm run bench -- [pictures|batches] [--repeats N] [--backend webgpu|wasm] [--out FILE.json]
 *
 * With the argument `live`: how still the live view's reading of a still face is, and how free its main thread.
 *
 *     npm run bench -- live [--out FILE.json]
 */
import { Argument, Command, Option } from "commander";
import type { Backend } from "../../src/engine/index.ts";
import { toJson, writeWhole } from "../shared/output.ts";
import { parseCount } from "../shared/parse-count.ts";
import { runTool } from "../shared/run-tool.ts";
import { timeBatches } from "./batches.ts";
import { makePictures } from "./cases.ts";
import { timeLive } from "./live.ts";
import { liveTable } from "./live-figures.ts";
import { timePictures } from "./pictures.ts";
import { type BatchTimes, batchTable, type PictureTimes, pictureTable } from "./tables.ts";

interface Options {
  repeats: number;
  backend?: Backend;
  out?: string;
}

/** `pictures`: whole pictures; `batches`: batches of faces alone; `engine`: both of them. */
const PARTS = ["engine", "pictures", "batches", "live"] as const;
type Part = (typeof PARTS)[number];

const program = new Command("bench")
  .description("Times the engine's steps, on both backends, or watches the live view.")
  .addArgument(new Argument("[part]", "what to measure").choices(PARTS).default("engine"))
  .option("--repeats <count>", "repetitions, of which the median counts", parseCount, 5)
  .addOption(new Option("--backend <name>", "only this backend").choices(["webgpu", "wasm"]))
  .option("--out <file>", "JSON file to write")
  .parse();

const [part] = program.processedArgs as [Part];
const options = program.opts<Options>();
await runTool((signal) => (part === "live" ? benchLive(options, signal) : bench(part, options, signal)));

async function benchLive({ out }: Options, signal: AbortSignal): Promise<void> {
  const figures = await timeLive(signal);
  console.log(`\n${liveTable(figures)}\n\n${figures.speed}`);
  if (out) writeWhole(out, toJson(figures));
}

async function bench(part: Part, { repeats, backend, out }: Options, signal: AbortSignal): Promise<void> {
  const backends: Backend[] = backend ? [backend] : ["wasm", "webgpu"];
  const benchPictures = await makePictures();
  const results: { pictures: PictureTimes[]; batches: BatchTimes[] } = { pictures: [], batches: [] };
  try {
    for (const each of backends) {
      const faceCounts = [...benchPictures.pathByFaces.keys()];
      if (part !== "batches") results.pictures.push(...(await timePictures(each, benchPictures, repeats, signal)));
      if (part !== "pictures") results.batches.push(...(await timeBatches(each, faceCounts, repeats, signal)));
    }
  } finally {
    benchPictures.remove();
  }
  if (part !== "batches") console.log(`\n${pictureTable(results.pictures)}`);
  if (part !== "pictures") console.log(`\n${batchTable(results.batches)}`);
  if (out) writeWhole(out, toJson({ repeats, ...results }));
}
