/**
 * Milliseconds per room of the engine, by backend, search effort and number of faces, and of the network against the
 * steps before it. Compare rows of one run only: machines and their load differ.
 *
 *     npm run bench -- [--repeats N] [--backend webgpu|wasm] [--out FILE.json]
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
import { type BenchPictures, makePictures } from "./cases.ts";
import { timeLive } from "./live.ts";
import { liveTable } from "./live-figures.ts";
import { timeRooms } from "./rooms.ts";
import { timeSteps } from "./steps.ts";
import { roomTable, stepTable } from "./tables.ts";

interface Options {
  repeats: number;
  backend?: Backend;
  out?: string;
}

const program = new Command("bench")
  .description("Times the engine's rooms, on both backends, or watches the live view.")
  .addArgument(new Argument("[part]", "what to measure").choices(["engine", "live"]).default("engine"))
  .option("--repeats <count>", "repetitions, of which the median counts", parseCount, 5)
  .addOption(new Option("--backend <name>", "only this backend").choices(["webgpu", "wasm"]))
  .option("--out <file>", "JSON file to write")
  .parse();

const work = program.args[0] === "live" ? benchLive : bench;
await runTool((signal) => work(program.opts<Options>(), signal));

async function benchLive({ out }: Options, signal: AbortSignal): Promise<void> {
  const figures = await timeLive(signal);
  console.log(`\n${liveTable(figures)}\n\n${figures.speed}`);
  if (out) writeWhole(out, toJson(figures));
}

async function bench({ repeats, backend, out }: Options, signal: AbortSignal): Promise<void> {
  const backends: Backend[] = backend ? [backend] : ["wasm", "webgpu"];
  const pictures = await makePictures();
  try {
    const results = await timeAll(backends, pictures, repeats, signal);
    console.log(`\n${roomTable(results.rooms)}\n\n${stepTable(results.steps)}`);
    if (out) writeWhole(out, toJson({ repeats, ...results }));
  } finally {
    pictures.remove();
  }
}

async function timeAll(backends: readonly Backend[], pictures: BenchPictures, repeats: number, signal: AbortSignal) {
  const rooms = [];
  const steps = [];
  for (const backend of backends) {
    rooms.push(...(await timeRooms(backend, pictures, repeats, signal)));
    steps.push(...(await timeSteps(backend, [...pictures.pathByFaces.keys()], repeats, signal)));
  }
  return { rooms, steps };
}
